import { useTranslation } from 'react-i18next'
import type { CommentBody, RoundBody, RoundChange } from '@/api/generated/types.gen'
import { ChangedWords } from '@/components/ChangedWords'
import { StatusBadge } from '@/components/StatusBadge'
import { TEXTS } from '../translations/translationFields'
import { useShownValue } from '../useShownValue'
import { CommentComposer } from './CommentComposer'
import { CommentThread } from './CommentThread'
import classes from './Review.module.css'

interface Props {
  practiceId: string
  name: RoundChange['field']
  label: string
  round: RoundBody
  comments: CommentBody[]
  mayComment: boolean
}

/** One field as it was submitted, what that changed since the round before, and what is said to it. */
export function ReviewedField({ practiceId, name, label, round, comments, mayComment }: Props) {
  const { t } = useTranslation('review')
  const change = round.changes.find(({ field }) => field === name)
  return (
    <div className={classes.entry}>
      <div className={classes.entryHead}>
        <h3 className={classes.label}>{label}</h3>
        {change && <StatusBadge tone="active">{t('changed', { round: round.number - 1 })}</StatusBadge>}
      </div>
      <div className={classes.value} {...(isText(name) && { lang: round.content.language, dir: 'auto' })}>
        {change ? <Changed change={change} round={round} /> : <Value name={name} content={round.content} />}
      </div>
      {comments.map((comment) => (
        <CommentThread key={comment.id} comment={comment} />
      ))}
      {mayComment && (
        <div>
          <CommentComposer practiceId={practiceId} field={name} label={label} />
        </div>
      )}
    </div>
  )
}

/** What was written, in the language of the practice; the words of vocabularies are in the reader's. */
const isText = (name: string): boolean => (TEXTS as readonly string[]).includes(name)

function Value({ name, content }: { name: Props['name']; content: RoundBody['content'] }) {
  const { t } = useTranslation('review')
  const show = useShownValue()
  return show(name, content[name]) || <span className={classes.nothing}>{t('nothing')}</span>
}

function Changed({ change, round }: { change: RoundChange; round: RoundBody }) {
  const show = useShownValue()
  if (change.paragraphs.length > 0) return <ChangedWords paragraphs={change.paragraphs} />
  const before = round.before ? show(change.field, round.before[change.field]) : ''
  return (
    <>
      {before && <del>{before}</del>} <ins>{show(change.field, round.content[change.field])}</ins>
    </>
  )
}

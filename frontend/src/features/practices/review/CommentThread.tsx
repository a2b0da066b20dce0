import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  answerPracticeComment,
  deletePracticeComment,
  reopenPracticeComment,
  resolvePracticeComment,
} from '@/api/generated/sdk.gen'
import type { CommentBody } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { StatusBadge } from '@/components/StatusBadge'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import classes from './Review.module.css'
import { useKeptText } from './useKeptText'

type End = 'resolve' | 'reopen' | 'delete'

const ENDS: readonly End[] = ['resolve', 'reopen', 'delete']

/** What somebody says to a field, the answers to it, and what one may do with it: beside the field that it is on. */
export function CommentThread({ comment }: { comment: CommentBody }) {
  const { t } = useTranslation('review')
  const { t: common } = useTranslation()
  const format = useFormat()
  const id = useId()
  const path = usePath(comment)
  const end = useMutation({
    mutationFn: async (verb: End) => {
      if (verb === 'resolve') await resolvePracticeComment({ path })
      else if (verb === 'reopen') await reopenPracticeComment({ path })
      else await deletePracticeComment({ path, headers: ifMatch(`"${comment.revision}"`) })
    },
  })
  const isOpen = comment.resolved_at === null
  return (
    <article className={classes.thread} aria-labelledby={id} data-open={isOpen}>
      <header id={id} className={classes.head}>
        <StatusBadge tone={!isOpen ? 'done' : comment.kind === 'change' ? 'soon' : 'active'}>
          {isOpen ? t(`kind.${comment.kind}`) : t('resolvedBy', { person: comment.resolved_by })}
        </StatusBadge>
        <Signature by={comment.made_by} voice={comment.voice} at={format.dateTime(comment.created_at)} />
      </header>
      <p className={classes.words} dir="auto">
        {comment.text}
      </p>
      {comment.answers.length > 0 && (
        <ol className={classes.answers}>
          {comment.answers.map((answer) => (
            <li key={answer.id}>
              <Signature by={answer.made_by} voice={answer.voice} at={format.dateTime(answer.at)} />
              <p className={classes.words} dir="auto">
                {answer.text}
              </p>
            </li>
          ))}
        </ol>
      )}
      <div className={classes.buttons} data-print="hide">
        {comment.actions.includes('answer') && <Answer comment={comment} />}
        {ENDS.filter((verb) => comment.actions.includes(verb)).map((verb) => (
          <Button
            key={verb}
            size="compact-sm"
            loading={end.isPending && end.variables === verb}
            onClick={() => end.mutate(verb)}
          >
            {t(`end.${verb}`)}
          </Button>
        ))}
      </div>
      {end.isError && (
        <p role="alert" className={classes.failure}>
          {problemMessage(end.error, common)}
        </p>
      )}
    </article>
  )
}

function Signature({ by, voice, at }: { by: string; voice: CommentBody['voice']; at: string }) {
  const { t } = useTranslation('review')
  return (
    <span className={classes.signature}>
      <bdi>{by}</bdi> · {t(`voice.${voice}`)} · {at}
    </span>
  )
}

function Answer({ comment }: { comment: CommentBody }) {
  const { t } = useTranslation('review')
  const { t: common } = useTranslation()
  const path = usePath(comment)
  const [text, setText] = useKeptText(`answer:${comment.id}`)
  const [isOpen, setOpen] = useState(text !== '')
  const answer = useMutation({
    mutationFn: () => answerPracticeComment({ path, body: { text } }),
    onSuccess: () => {
      setText('')
      setOpen(false)
    },
  })
  if (!isOpen)
    return (
      <Button size="compact-sm" onClick={() => setOpen(true)}>
        {t('answer')}
      </Button>
    )
  return (
    <div className={classes.composer}>
      <Textarea
        label={t('yourAnswer')}
        autosize
        minRows={2}
        maxLength={10_000}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={answer.isError && problemMessage(answer.error, common)}
      />
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          variant="filled"
          disabled={text.trim() === ''}
          loading={answer.isPending}
          onClick={() => answer.mutate()}
        >
          {t('sendAnswer')}
        </Button>
        <Button size="compact-sm" onClick={() => setOpen(false)}>
          {common('action.cancel')}
        </Button>
      </div>
    </div>
  )
}

/** The practice is the one of the page. */
function usePath({ id }: CommentBody) {
  const { practiceId } = useParams({ strict: false })
  return { practice_id: practiceId ?? '', comment_id: id }
}

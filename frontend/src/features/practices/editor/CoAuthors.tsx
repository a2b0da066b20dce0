import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { listPracticeAuthorsOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { Author } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { useFormat } from '@/i18n/useFormat'
import classes from './PracticeEditor.module.css'

const LOOKS_AGAIN = 30_000

interface Props {
  practiceId: string
  /** Somebody else has edited it, last at this instant. */
  onEdited: (at: string) => void
}

/** Those who can edit the practice too, by name, with when each last did: nobody is surprised by a colleague's words. */
export function CoAuthors({ practiceId, onEdited }: Props) {
  const { t } = useTranslation('review')
  const path = { practice_id: practiceId }
  const query = useQuery({ ...listPracticeAuthorsOptions({ path }), refetchInterval: LOOKS_AGAIN })
  const others = query.data?.items.filter(({ is_me }) => !is_me) ?? []
  const lastEdit = others
    .map(({ last_edited_at }) => last_edited_at ?? '')
    .sort()
    .at(-1)
  const tell = useEffectEvent(onEdited)
  useEffect(() => {
    if (lastEdit) tell(lastEdit)
  }, [lastEdit])
  if (others.length === 0) return null
  return (
    <Card title={t('authors.title')}>
      <CardBody>
        <ul className={classes.missing}>
          {others.map((author) => (
            <CoAuthor key={author.name} author={author} />
          ))}
        </ul>
      </CardBody>
    </Card>
  )
}

function CoAuthor({ author }: { author: Author }) {
  const { t } = useTranslation('review')
  const format = useFormat()
  return (
    <li>
      <bdi>{author.name}</bdi>
      <div className={classes.help}>
        {author.last_edited_at
          ? t('authors.edited', { when: format.ago(author.last_edited_at) })
          : author.job_title || t('authors.canEdit')}
      </div>
    </li>
  )
}

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listCollaborationContactsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { ContactBody } from '@/api/generated/types.gen'
import { paged } from '@/api/page'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { DemonstrationMark } from '@/components/Mark'
import { PagedRows } from '@/components/QueryState'
import { Row } from '@/components/Row'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { inOneLine, isolated } from '@/i18n/isolated'
import { useFormat } from '@/i18n/useFormat'
import { FollowUpDialog } from './FollowUpDialog'
import classes from './LettersCard.module.css'

const TONES: Record<NonNullable<ContactBody['outcome']>, Tone> = {
  activity: 'done',
  talking: 'active',
  nothing: 'quiet',
}

/** The letters that one's champion wrote or got, and what came of them. */
export function LettersCard() {
  const { t } = useTranslation('collaboration')
  const query = useInfiniteQuery({
    ...listCollaborationContactsInfiniteOptions({ query: { limit: 10 } }),
    ...paged,
  })
  return (
    <Card title={t('letters.title')}>
      <PagedRows
        query={query}
        rows={2}
        empty={<EmptyState title={t('letters.empty')}>{t('letters.emptyHelp')}</EmptyState>}
      >
        {(letter) => <LetterRow letter={letter} />}
      </PagedRows>
    </Card>
  )
}

function LetterRow({ letter }: { letter: ContactBody }) {
  const { t } = useTranslation('collaboration')
  const format = useFormat()
  const [isTelling, setTelling] = useState(false)
  return (
    <Row
      title={<bdi>{letter.subject}</bdi>}
      context={inOneLine([
        t('letters.fromTo', {
          from: isolated(letter.champion.name),
          to: isolated(letter.other.name),
        }),
        letter.written_by,
        format.date(letter.written_at),
      ])}
      aside={<Standing letter={letter} />}
    >
      <details className={classes.letter}>
        <summary>{t('letters.read')}</summary>
        <p dir="auto">{letter.text}</p>
      </details>
      {letter.outcome_note && (
        <p className={classes.note} dir="auto">
          {letter.outcome_note}
        </p>
      )}
      {letter.activity_title && (
        <p className={classes.note}>
          {letter.activity_id ? (
            <TextLink to={`/activities/${letter.activity_id}` as string}>
              {isolated(letter.activity_title)}
            </TextLink>
          ) : (
            isolated(letter.activity_title)
          )}
        </p>
      )}
      {letter.is_demonstration && <DemonstrationMark />}
      {letter.actions.includes('follow-up') && (
        <div>
          <Button size="xs" mt="xs" onClick={() => setTelling(true)}>
            {t('followUp.action')}
          </Button>
        </div>
      )}
      {isTelling && <FollowUpDialog letter={letter} onClose={() => setTelling(false)} />}
    </Row>
  )
}

function Standing({ letter }: { letter: ContactBody }) {
  const { t } = useTranslation('collaboration')
  if (letter.outcome)
    return <StatusBadge tone={TONES[letter.outcome]}>{t(`followUp.outcome.${letter.outcome}`)}</StatusBadge>
  return letter.is_to_follow_up ? <StatusBadge tone="soon">{t('followUp.asked')}</StatusBadge> : null
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { PracticeStatusBadge } from '../PracticeStatusBadge'
import { PracticeSteps } from '../PracticeSteps'
import classes from '../Practices.module.css'
import { PracticeViews } from '../PracticeViews'
import type { PracticeSummary } from '../practiceQuery'
import { reviewQueueOptions } from './reviewQueue'

/** The secretariat's: what was submitted, what is being read, what is accepted and not public yet. */
export function ReviewQueuePage() {
  const { t } = useTranslation('practices')
  const query = useQuery(reviewQueueOptions)
  return (
    <>
      <PageHeader title={t('review.title')} summary={t('review.summary')} />
      <PracticeViews />
      <Card>
        <QueryState query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('empty.review')}>{t('empty.reviewHelp')}</EmptyState>
            ) : (
              <RowList ordered label={t('review.title')}>
                {items.map((practice) => (
                  <Waiting key={practice.id} practice={practice} />
                ))}
              </RowList>
            )
          }
        </QueryState>
      </Card>
    </>
  )
}

function Waiting({ practice }: { practice: PracticeSummary }) {
  const { t } = useTranslation('practices')
  const format = useFormat()
  const days = practice.submitted_at ? -format.daysUntil(practice.submitted_at) : 0
  const waits = days > 0 ? t('review.waits', { count: days }) : t('review.waitsToday')
  const facts = [practice.champion.name, waits, practice.revises_id && t('revisionOf')]
  return (
    <Row
      title={
        <TextLink look="title" to="/practices/$practiceId" params={{ practiceId: practice.id }}>
          <bdi lang={practice.language}>{practice.title}</bdi>
        </TextLink>
      }
      context={facts.filter(Boolean).join(' · ')}
      aside={<PracticeStatusBadge status={practice.status} />}
    >
      <div className={classes.steps}>
        <PracticeSteps look="row" practice={practice} etag={`"${practice.revision}"`} />
      </div>
    </Row>
  )
}

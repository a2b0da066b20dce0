import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getPracticeReviewTimesOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { ReviewSummary } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { usePermission } from '@/session/permission'
import { PracticeStatusBadge } from '../PracticeStatusBadge'
import { PracticeSteps } from '../PracticeSteps'
import classes from '../Practices.module.css'
import { PracticeViews } from '../PracticeViews'
import { reviewQueueOptions } from './reviewQueue'

/** What was submitted, what is being read, what is accepted and not public yet: to decide on, or to advise on. */
export function ReviewQueuePage() {
  const { t } = useTranslation(['practices', 'review'])
  const decides = usePermission('practices:review')
  const query = useQuery(reviewQueueOptions)
  return (
    <>
      <PageHeader title={t('review.title')} summary={decides ? <Times /> : t('review:advise')} />
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

/** "Over the last year, half of the submissions had a first answer within 3.5 days, and a decision within 8." */
function Times() {
  const { t } = useTranslation(['practices', 'review'])
  const format = useFormat()
  const times = useQuery(getPracticeReviewTimesOptions()).data
  const told = (days: number) => format.number(Math.round(days * 10) / 10)
  if (times?.days_to_first_answer == null || times.days_to_decision == null) return t('review.summary')
  return t('review:times', {
    rounds: t('review:roundsCounted', { count: times.rounds }),
    answer: t('review:days', { count: times.days_to_first_answer, days: told(times.days_to_first_answer) }),
    decision: t('review:days', { count: times.days_to_decision, days: told(times.days_to_decision) }),
  })
}

function Waiting({ practice }: { practice: ReviewSummary }) {
  const { t } = useTranslation(['practices', 'review'])
  const format = useFormat()
  const days = practice.submitted_at ? -format.daysUntil(practice.submitted_at) : 0
  const waits = days > 0 ? t('review.waits', { count: days }) : t('review.waitsToday')
  const facts = [
    practice.champion.name,
    waits,
    practice.revises_id && t('revisionOf'),
    practice.round > 1 && t('review:round', { number: format.number(practice.round) }),
    practice.open_requests > 0 && t('review:openRequests', { count: practice.open_requests }),
    practice.reviewers.length > 0 && t('review:advisedBy', { names: format.list(practice.reviewers) }),
  ]
  return (
    <Row
      title={
        <TextLink look="title" to="/practices/$practiceId/review" params={{ practiceId: practice.id }}>
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

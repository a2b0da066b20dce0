import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  getWorkplanReviewOptions,
  listWorkplanReviewsOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import type { WorkplanBody } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { BeginReview } from './BeginReview'
import { ReviewedItems } from './ReviewedItems'
import { workplanQuery } from './workplanQueries'

interface Props {
  planId: string
  reviewId: string | undefined
}

/** What changed since the meeting before, and the screen on which co-chairs go through it. */
export function ReviewPage({ planId, reviewId }: Props) {
  const query = useQuery(workplanQuery(planId))
  return <QueryState query={query}>{({ data }) => <Reviews plan={data} reviewId={reviewId} />}</QueryState>
}

function Reviews({ plan, reviewId }: { plan: WorkplanBody; reviewId: string | undefined }) {
  const { t } = useTranslation('workplan')
  const navigate = useNavigate()
  const format = useFormat()
  const path = { workplan_id: plan.id }
  const reviews = useQuery(listWorkplanReviewsOptions({ path, query: { limit: 100 } }))
  const held = reviews.data?.items ?? []
  const shown = held.find(({ id }) => id === reviewId) ?? held[0]

  return (
    <>
      <PageHeader
        trail={
          <TextLink to="/workplan" search={{ workplan: plan.id }}>
            {plan.title}
          </TextLink>
        }
        title={t('review.title')}
        summary={shown ? t('review.summary', { meeting: shown.meeting.title }) : t('review.what')}
        action={
          plan.actions.includes('change') && (
            <BeginReview planId={plan.id} reviewed={held.map(({ meeting }) => meeting.id)} />
          )
        }
      />
      {held.length > 1 && shown && (
        <Select
          label={t('review.which')}
          maw={480}
          mb="md"
          data={held.map(({ id, meeting, reviewed_at }) => ({
            value: id,
            label: `${meeting.title}, ${format.date(reviewed_at)}`,
          }))}
          value={shown.id}
          allowDeselect={false}
          onChange={(review) =>
            navigate({
              to: '/workplan/plans/$workplanId/review',
              params: { workplanId: plan.id },
              search: { review: review ?? undefined },
            })
          }
        />
      )}
      <QueryState query={reviews}>
        {() =>
          shown ? (
            <Shown key={shown.id} planId={plan.id} reviewId={shown.id} />
          ) : (
            <Card>
              <EmptyState title={t('review.none')}>{t('review.what')}</EmptyState>
            </Card>
          )
        }
      </QueryState>
    </>
  )
}

function Shown({ planId, reviewId }: { planId: string; reviewId: string }) {
  const query = useQuery(getWorkplanReviewOptions({ path: { workplan_id: planId, review_id: reviewId } }))
  return <QueryState query={query}>{(review) => <ReviewedItems review={review} />}</QueryState>
}

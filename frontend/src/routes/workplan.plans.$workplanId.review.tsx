import { createFileRoute } from '@tanstack/react-router'
import { ReviewPage } from '@/features/workplan/ReviewPage'
import { reviewSearch } from '@/features/workplan/search'
import { requireSession } from '@/session/guards'

export const Route = createFileRoute('/workplan/plans/$workplanId/review')({
  validateSearch: reviewSearch,
  beforeLoad: requireSession,
  component: Review,
})

function Review() {
  return <ReviewPage planId={Route.useParams().workplanId} reviewId={Route.useSearch().review} />
}

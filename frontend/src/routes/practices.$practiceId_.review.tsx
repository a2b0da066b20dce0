import { createFileRoute } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { PracticeReviewPage } from '@/features/practices/review/PracticeReviewPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/practices/$practiceId_/review')({
  validateSearch: z.object({ round: z.catch(z.optional(z.coerce.number()), undefined) }),
  beforeLoad: requirePermission('practices:advise'),
  component: PracticeReview,
})

function PracticeReview() {
  const { practiceId } = Route.useParams()
  return <PracticeReviewPage key={practiceId} id={practiceId} round={Route.useSearch().round} />
}

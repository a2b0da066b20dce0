import { createFileRoute } from '@tanstack/react-router'
import { AnswerLinkPage } from '@/features/attendance/AnswerLinkPage'
import { listSearch, oneOf } from '@/lists/listSearch'

export const Route = createFileRoute('/answer/$token')({
  validateSearch: listSearch({ answer: oneOf(['accepted', 'tentative', 'declined']) }),
  component: Answer,
})

function Answer() {
  return <AnswerLinkPage token={Route.useParams().token} proposed={Route.useSearch().answer} />
}

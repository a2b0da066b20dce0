import { createFileRoute } from '@tanstack/react-router'
import { DatePollPage } from '@/features/datepolls/DatePollPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/meetings/date-polls/$pollId')({
  beforeLoad: requirePermission('date_polls:answer'),
  component: DatePoll,
})

function DatePoll() {
  return <DatePollPage id={Route.useParams().pollId} />
}

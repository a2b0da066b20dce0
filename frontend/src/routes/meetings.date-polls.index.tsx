import { createFileRoute } from '@tanstack/react-router'
import { DatePollsPage } from '@/features/datepolls/DatePollsPage'
import { datePollSearch } from '@/features/datepolls/datePollSearch'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/meetings/date-polls/')({
  validateSearch: datePollSearch,
  beforeLoad: requirePermission('date_polls:answer'),
  component: DatePolls,
})

function DatePolls() {
  return <DatePollsPage search={Route.useSearch()} />
}

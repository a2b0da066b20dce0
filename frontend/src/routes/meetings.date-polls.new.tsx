import { createFileRoute } from '@tanstack/react-router'
import { NewDatePollPage } from '@/features/datepolls/NewDatePollPage'
import { listSearch, number, word, words } from '@/lists/listSearch'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/meetings/date-polls/new')({
  beforeLoad: requirePermission('date_polls:write'),
  validateSearch: listSearch({ starts: words, duration: number, meeting: word }),
  component: NewDatePoll,
})

function NewDatePoll() {
  return <NewDatePollPage search={Route.useSearch()} />
}

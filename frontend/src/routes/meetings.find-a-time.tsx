import { createFileRoute } from '@tanstack/react-router'
import { FindTimePage } from '@/features/timepicker/FindTimePage'
import { listSearch, number, word } from '@/lists/listSearch'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/meetings/find-a-time')({
  validateSearch: listSearch({ from: word, to: word, duration: number, meeting: word }),
  beforeLoad: requirePermission('meetings:write'),
  component: FindTime,
})

function FindTime() {
  return <FindTimePage search={Route.useSearch()} />
}

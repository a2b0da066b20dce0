import { createFileRoute } from '@tanstack/react-router'
import { NewMeetingPage } from '@/features/meetings/NewMeetingPage'
import { listSearch, number, word } from '@/lists/listSearch'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/meetings/new')({
  beforeLoad: requirePermission('meetings:write'),
  validateSearch: listSearch({ starts_at: word, duration: number, title: word, poll: word }),
  component: NewMeeting,
})

function NewMeeting() {
  const { starts_at: startsAt, ...known } = Route.useSearch()
  return <NewMeetingPage startsAt={startsAt} {...known} />
}

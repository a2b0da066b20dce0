import { createFileRoute } from '@tanstack/react-router'
import { MeetingsPage } from '@/features/meetings/MeetingsPage'
import { meetingSearch } from '@/features/meetings/meetingSearch'

export const Route = createFileRoute('/meetings/')({ validateSearch: meetingSearch, component: Meetings })

function Meetings() {
  return <MeetingsPage search={Route.useSearch()} />
}

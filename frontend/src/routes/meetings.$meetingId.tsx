import { createFileRoute } from '@tanstack/react-router'
import { MeetingPage } from '@/features/meetings/MeetingPage'

export const Route = createFileRoute('/meetings/$meetingId')({ component: Meeting })

function Meeting() {
  return <MeetingPage id={Route.useParams().meetingId} />
}

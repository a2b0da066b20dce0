import { createFileRoute, Outlet } from '@tanstack/react-router'
import { MeetingPage } from '@/features/meetings/MeetingPage'

/** The frame of a meeting's pages; what they are called stands in `meetingTabs.ts`. */
export const Route = createFileRoute('/meetings/$meetingId')({ component: Meeting })

function Meeting() {
  return (
    <MeetingPage id={Route.useParams().meetingId}>
      <Outlet />
    </MeetingPage>
  )
}

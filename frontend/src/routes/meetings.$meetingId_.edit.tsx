import { createFileRoute } from '@tanstack/react-router'
import { EditMeetingPage } from '@/features/meetings/EditMeetingPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/meetings/$meetingId_/edit')({
  beforeLoad: requirePermission('meetings:write'),
  component: EditMeeting,
})

function EditMeeting() {
  return <EditMeetingPage id={Route.useParams().meetingId} />
}

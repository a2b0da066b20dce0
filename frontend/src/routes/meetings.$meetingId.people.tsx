import { createFileRoute } from '@tanstack/react-router'
import { MeetingPeoplePage } from '@/features/attendance/MeetingPeoplePage'
import { useMeeting } from '@/features/meetings/MeetingPage'
import { isOver } from '@/features/meetings/meetingQuery'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/meetings/$meetingId/people')({
  beforeLoad: requirePermission('attendance:read'),
  component: People,
})

function People() {
  const { meeting } = useMeeting()
  return <MeetingPeoplePage meetingId={meeting.id} isOver={isOver(meeting)} />
}

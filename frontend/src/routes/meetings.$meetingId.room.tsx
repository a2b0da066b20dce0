import { createFileRoute } from '@tanstack/react-router'
import { useMeeting } from '@/features/meetings/MeetingPage'
import { RoomPage } from '@/features/room/RoomPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/meetings/$meetingId/room')({
  beforeLoad: requirePermission('room:watch'),
  component: Room,
})

function Room() {
  const { meeting } = useMeeting()
  return <RoomPage meeting={meeting} />
}

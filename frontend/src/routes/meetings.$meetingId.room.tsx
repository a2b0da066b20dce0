import { createFileRoute } from '@tanstack/react-router'
import { useMeeting } from '@/features/meetings/MeetingPage'
import { ItemMinutes } from '@/features/minutes/ItemMinutes'
import { RoomPage } from '@/features/room/RoomPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/meetings/$meetingId/room')({
  beforeLoad: requirePermission('room:watch'),
  component: Room,
})

function Room() {
  const { meeting } = useMeeting()
  return (
    <RoomPage
      meeting={meeting}
      minutesOf={(itemId) => <ItemMinutes meetingId={meeting.id} itemId={itemId} />}
    />
  )
}

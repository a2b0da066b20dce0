import { createFileRoute } from '@tanstack/react-router'
import { useMeeting } from '@/features/meetings/MeetingPage'
import { isOver } from '@/features/meetings/meetingQuery'
import { OutcomeCard } from '@/features/meetings/OutcomeCard'
import { MinutesPage } from '@/features/minutes/MinutesPage'
import { requireSession } from '@/session/guards'

export const Route = createFileRoute('/meetings/$meetingId/minutes')({
  beforeLoad: requireSession,
  component: Minutes,
})

function Minutes() {
  const { meeting, etag } = useMeeting()
  const summary = <OutcomeCard meeting={meeting} etag={etag} />
  const isAwaited = !meeting.summary && isOver(meeting) && meeting.actions.includes('change')
  return (
    <MinutesPage meetingId={meeting.id} above={meeting.summary && summary} below={isAwaited && summary} />
  )
}

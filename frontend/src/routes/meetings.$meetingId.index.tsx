import { createFileRoute } from '@tanstack/react-router'
import { WhoComesCard } from '@/features/attendance/WhoComesCard'
import { PollsOfMeetingCard } from '@/features/datepolls/PollsOfMeetingCard'
import { DocumentsCard } from '@/features/documents/DocumentsCard'
import { MeetingAgendaPage } from '@/features/meetings/MeetingAgendaPage'
import { useMeeting } from '@/features/meetings/MeetingPage'
import { isOver } from '@/features/meetings/meetingQuery'
import { WhenCard } from '@/features/meetings/WhenCard'
import { WhereCard } from '@/features/meetings/WhereCard'

export const Route = createFileRoute('/meetings/$meetingId/')({ component: Agenda })

/** Other rooms' cards beside the agenda meet here, since no feature imports another. */
function Agenda() {
  const { meeting } = useMeeting()
  return (
    <MeetingAgendaPage
      circumstances={
        <>
          <WhenCard meeting={meeting} />
          <PollsOfMeetingCard meetingId={meeting.id} />
          <WhereCard meeting={meeting} />
          {meeting.source === null && <WhoComesCard meetingId={meeting.id} isOver={isOver(meeting)} />}
          <DocumentsCard meetingId={meeting.id} />
        </>
      }
    />
  )
}

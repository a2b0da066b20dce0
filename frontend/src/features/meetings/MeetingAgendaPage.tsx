import type { ReactNode } from 'react'
import { Columns } from '@/components/Columns'
import { useSession } from '@/session/useSession'
import { AgendaCard } from './AgendaCard'
import { useMeeting } from './MeetingPage'
import { isOver, type Meeting } from './meetingQuery'
import { hasMinutes } from './meetingTabs'
import { NotesCard } from './NotesCard'
import { OutcomeCard } from './OutcomeCard'
import { ProposalsCard } from './ProposalsCard'

/** A meeting's agenda; `circumstances` are the cards beside it. */
export function MeetingAgendaPage({ circumstances }: { circumstances: ReactNode }) {
  const { meeting, etag } = useMeeting()
  const session = useSession()
  return (
    <Columns
      printsAside={false}
      aside={
        <>
          {circumstances}
          {meeting.preparation_notes !== null && <NotesCard meeting={meeting} etag={etag} />}
        </>
      }
    >
      {meeting.summary && !hasMinutes(meeting, session) && <OutcomeCard meeting={meeting} etag={etag} />}
      {hasAgenda(meeting) && <AgendaCard meeting={meeting} />}
      {meeting.agenda_items.some((item) => item.status !== 'accepted') && (
        <div data-print="hide">
          <ProposalsCard meeting={meeting} />
        </div>
      )}
    </Columns>
  )
}

/** A past meeting of the archives has no agenda here; one to come says that it has none yet. */
const hasAgenda = (meeting: Meeting): boolean => meeting.agenda_items.length > 0 || !isOver(meeting)

import { holds } from '@/session/permission'
import type { Session } from '@/session/sessionQuery'
import type { Meeting } from './meetingQuery'

interface MeetingTab {
  /** Its text is `tab.<name>` in `meetings.json`. */
  name: 'agenda' | 'documents' | 'people' | 'minutes' | 'room'
  /** A child of the route `/meetings/$meetingId`. */
  to:
    | '/meetings/$meetingId'
    | '/meetings/$meetingId/documents'
    | '/meetings/$meetingId/people'
    | '/meetings/$meetingId/minutes'
    | '/meetings/$meetingId/room'
  /** Whether it has anything for this reader: the same rule as its page's API. */
  isFor: (meeting: Meeting, session: Session | null) => boolean
}

const IN_ITS_TIME: readonly Meeting['status'][] = ['planned', 'agenda_open', 'agenda_circulated', 'held']

/** The pages of a meeting, in their order. */
export const MEETING_TABS: readonly MeetingTab[] = [
  { name: 'agenda', to: '/meetings/$meetingId', isFor: () => true },
  { name: 'documents', to: '/meetings/$meetingId/documents', isFor: () => true },
  { name: 'people', to: '/meetings/$meetingId/people', isFor: tellsWhoComes },
  { name: 'minutes', to: '/meetings/$meetingId/minutes', isFor: hasMinutes },
  { name: 'room', to: '/meetings/$meetingId/room', isFor: mayBeInTheRoom },
]

/** The room is for members, and for observers where the meeting is shared; of the archives' meetings it tells nothing. */
function mayBeInTheRoom(meeting: Meeting, session: Session | null): boolean {
  const isTold = holds(session, 'floor:request') || meeting.is_shared_with_observers
  return isTold && holds(session, 'room:watch') && IN_ITS_TIME.includes(meeting.status)
}

/** Who comes is for members; of the archives' meetings nobody wrote it down. */
function tellsWhoComes(meeting: Meeting, session: Session | null): boolean {
  return holds(session, 'attendance:read') && meeting.source === null
}

/** Minutes are for members, and for observers once they are adopted and the meeting is shared; the archives have none. */
export function hasMinutes(meeting: Meeting, session: Session | null): boolean {
  const isTold =
    holds(session, 'minutes:correct') || (meeting.is_shared_with_observers && meeting.status === 'closed')
  return isTold && holds(session, 'minutes:read') && meeting.source === null
}

import type { Session } from '@/session/sessionQuery'
import type { Meeting } from './meetingQuery'

interface MeetingTab {
  /** Its text is `tab.<name>` in `meetings.json`. */
  name: 'agenda' | 'documents'
  /** A child of the route `/meetings/$meetingId`. */
  to: '/meetings/$meetingId' | '/meetings/$meetingId/documents'
  /** Whether it has anything for this reader: the same rule as its page's API. */
  isFor: (meeting: Meeting, session: Session | null) => boolean
}

/** The pages of a meeting, in their order. */
export const MEETING_TABS: readonly MeetingTab[] = [
  { name: 'agenda', to: '/meetings/$meetingId', isFor: () => true },
  { name: 'documents', to: '/meetings/$meetingId/documents', isFor: () => true },
]

import { listSearch, oneOf, someOf, word } from '@/lists/listSearch'

export const MEETING_STATUSES = [
  'planned',
  'agenda_open',
  'agenda_circulated',
  'held',
  'minutes_circulated',
  'closed',
  'postponed',
  'cancelled',
] as const

/** The list's filters as the API names them, and how they are looked at. */
export const meetingSearch = listSearch({
  status: someOf(MEETING_STATUSES),
  kind: oneOf(['technical', 'extraordinary']),
  view: oneOf(['calendar']),
  /** "2026-12", of the calendar. */
  month: word,
})

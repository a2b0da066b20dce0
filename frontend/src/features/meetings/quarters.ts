import type { MeetingInList } from './meetingQuery'

export interface Quarter {
  year: number
  quarter: number
  meetings: MeetingInList[]
}

/** The quarter of the year in which a meeting begins, counted in UTC as terms are. */
export function quarterOf(startsAt: string): { year: number; quarter: number } {
  const date = new Date(startsAt)
  return { year: date.getUTCFullYear(), quarter: Math.floor(date.getUTCMonth() / 3) + 1 }
}

/** Meetings under their quarters, in the order in which they come. */
export function byQuarter(meetings: readonly MeetingInList[]): Quarter[] {
  const quarters: Quarter[] = []
  for (const meeting of meetings) {
    const { year, quarter } = quarterOf(meeting.starts_at)
    const last = quarters.at(-1)
    if (last?.year === year && last.quarter === quarter) last.meetings.push(meeting)
    else quarters.push({ year, quarter, meetings: [meeting] })
  }
  return quarters
}

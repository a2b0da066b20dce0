import { getMeetingQueryKey, listMeetingsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { getMeeting } from '@/api/generated/sdk.gen'
import type { AgendaItemBody, MeetingBody, MeetingSummary } from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type Meeting = MeetingBody
export type MeetingInList = MeetingSummary
export type AgendaItem = AgendaItemBody

export const meetingQuery = (id: string) =>
  recordQuery<Meeting>(getMeetingQueryKey({ path: { meeting_id: id } }), (signal) =>
    getMeeting({ path: { meeting_id: id }, signal }),
  )

/** The first meeting from `day` on that is still to come. */
export const nextMeetingOptions = (day: string) =>
  listMeetingsOptions({
    query: {
      from: day,
      sort: 'starts_at',
      status: ['planned', 'agenda_open', 'agenda_circulated'],
      limit: 1,
    },
  })

const OVER: readonly Meeting['status'][] = ['held', 'minutes_circulated', 'closed']

/** Whether it was held. */
export const isOver = (meeting: Meeting): boolean => OVER.includes(meeting.status)

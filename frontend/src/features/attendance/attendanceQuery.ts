import { infiniteQueryOptions } from '@tanstack/react-query'
import {
  getInvitationQueryKey,
  listAttendanceOptions,
  listMeetingMailsInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import { getInvitation } from '@/api/generated/sdk.gen'
import type {
  AttendanceBody,
  AttendanceList,
  InvitationAnswer,
  InvitationBody,
  MailBody,
} from '@/api/generated/types.gen'
import { paged } from '@/api/page'
import { recordQuery } from '@/api/record'
import type { Tone } from '@/components/StatusBadge'

export type Answer = InvitationAnswer['answer']
export type Attendance = AttendanceBody
export type Attendances = AttendanceList
export type Invitation = InvitationBody
export type Mail = MailBody

export const ANSWERS = ['accepted', 'tentative', 'declined'] as const satisfies readonly Answer[]

export const TONES: Record<Answer, Tone> = { accepted: 'done', tentative: 'soon', declined: 'quiet' }

export const attendanceOptions = (meetingId: string) =>
  listAttendanceOptions({ path: { meeting_id: meetingId } })

export const mailsOptions = (meetingId: string) => {
  const path = { meeting_id: meetingId }
  return infiniteQueryOptions({
    ...listMeetingMailsInfiniteOptions({ path, query: { limit: 10 } }),
    ...paged,
    initialPageParam: { path },
  })
}

export const invitationQuery = (meetingId: string) =>
  recordQuery<Invitation>(getInvitationQueryKey({ path: { meeting_id: meetingId } }), (signal) =>
    getInvitation({ path: { meeting_id: meetingId }, signal }),
  )

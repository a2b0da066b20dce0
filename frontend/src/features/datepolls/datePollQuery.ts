import { getDatePollQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getDatePoll } from '@/api/generated/sdk.gen'
import type { DateCandidateBody, DatePollBody, DatePollSummary } from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type DatePoll = DatePollBody
export type DatePollInList = DatePollSummary
export type DateCandidate = DateCandidateBody
export type DateAnswer = DatePollBody['voices'][number]['answers'][number]['answer']

/** What may be said to a date, as a champion is asked. */
export const ANSWERS = ['yes', 'if_need_be', 'no'] as const satisfies readonly DateAnswer[]

export const datePollQuery = (id: string) =>
  recordQuery<DatePoll>(getDatePollQueryKey({ path: { poll_id: id } }), (signal) =>
    getDatePoll({ path: { poll_id: id }, signal }),
  )

/** The dates, the best first. */
export const byRank = (poll: DatePoll): DateCandidate[] =>
  [...poll.candidates].sort((one, other) => one.rank - other.rank)

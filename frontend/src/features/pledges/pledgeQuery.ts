import { getPledgeQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getPledge } from '@/api/generated/sdk.gen'
import type {
  PledgeBar,
  PledgeBody,
  PledgeSummary,
  PledgingStateBody,
  ReportBody,
} from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type Pledge = PledgeBody
export type PledgeInList = PledgeSummary
export type PledgingState = PledgingStateBody
export type Report = ReportBody
export type Bar = PledgeBar

export const pledgeQuery = (id: string) =>
  recordQuery<Pledge>(getPledgeQueryKey({ path: { pledge_id: id } }), (signal) =>
    getPledge({ path: { pledge_id: id }, signal }),
  )

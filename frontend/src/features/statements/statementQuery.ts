import { getStatementQueryKey, getStatementSilenceOptions } from '@/api/generated/@tanstack/react-query.gen'
import { getStatement } from '@/api/generated/sdk.gen'
import type {
  SilenceBody,
  SilenceRoundBody,
  StatementBody,
  StatementSummary,
  VersionBody,
} from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type Statement = StatementBody
export type StatementInList = StatementSummary
export type Version = VersionBody
export type Silence = SilenceBody
export type SilenceRound = SilenceRoundBody

export const statementQuery = (id: string) =>
  recordQuery<Statement>(getStatementQueryKey({ path: { statement_id: id } }), (signal) =>
    getStatement({ path: { statement_id: id }, signal }),
  )

export const silenceQuery = (id: string) => getStatementSilenceOptions({ path: { statement_id: id } })

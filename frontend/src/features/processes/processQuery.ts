import { getProcessQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getProcess } from '@/api/generated/sdk.gen'
import type { GetProcessResponse, ListProcessesResponse } from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type Process = GetProcessResponse
export type ProcessDeadline = Process['deadlines'][number]
export type ProcessInList = ListProcessesResponse['items'][number]

export const processQuery = (id: string) =>
  recordQuery(getProcessQueryKey({ path: { process_id: id } }), (signal) =>
    getProcess({ path: { process_id: id }, signal }),
  )

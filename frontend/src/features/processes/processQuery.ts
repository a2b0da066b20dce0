import { getProcessQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getProcess } from '@/api/generated/sdk.gen'
import type { GetProcessResponse } from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type Process = GetProcessResponse

export const processQuery = (id: string) =>
  recordQuery(getProcessQueryKey({ path: { process_id: id } }), (signal) =>
    getProcess({ path: { process_id: id }, signal }),
  )

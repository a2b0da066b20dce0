import { queryOptions } from '@tanstack/react-query'
import { getHandoverBriefQueryKey, getHandoverNoteQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getHandoverBrief, getHandoverNote } from '@/api/generated/sdk.gen'
import type { HandoverBriefBody } from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type Brief = HandoverBriefBody

export const briefQuery = (termId: string) =>
  queryOptions({
    queryKey: getHandoverBriefQueryKey({ path: { term_id: termId } }),
    queryFn: async ({ signal }) => {
      const { data } = await getHandoverBrief({ path: { term_id: termId }, signal })
      return data as Brief // the JSON among the forms that the brief comes in
    },
  })

export const noteQuery = (termId: string) =>
  recordQuery(getHandoverNoteQueryKey({ path: { term_id: termId } }), (signal) =>
    getHandoverNote({ path: { term_id: termId }, signal }),
  )

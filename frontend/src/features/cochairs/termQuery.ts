import {
  getCochairTermQueryKey,
  listCochairTermsInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import { getCochairTerm } from '@/api/generated/sdk.gen'
import type { GetCochairTermResponse } from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type Term = GetCochairTermResponse

/** All terms, the latest first: a hundred of them are fifty years. */
export const termsQuery = listCochairTermsInfiniteOptions({ query: { limit: 100 } })

export const termQuery = (id: string) =>
  recordQuery(getCochairTermQueryKey({ path: { term_id: id } }), (signal) =>
    getCochairTerm({ path: { term_id: id }, signal }),
  )

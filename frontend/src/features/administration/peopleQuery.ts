import { getPersonQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getPerson } from '@/api/generated/sdk.gen'
import type { GetPersonResponse, InvitePersonResponse } from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type Person = GetPersonResponse
export type PersonWithLink = InvitePersonResponse

export const personQuery = (id: string) =>
  recordQuery(getPersonQueryKey({ path: { person_id: id } }), (signal) =>
    getPerson({ path: { person_id: id }, signal }),
  )

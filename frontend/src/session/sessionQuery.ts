import { queryOptions } from '@tanstack/react-query'
import { getMe } from '@/api/generated-first/sdk.gen'
import type { GetMeResponse } from '@/api/generated-first/types.gen'
import { accessToken, maySignInSilently, refresh } from './token'

export type Session = GetMeResponse

/** Who is signed in: null for the public. */
export async function readSession(signal?: AbortSignal): Promise<Session | null> {
  if (!accessToken() && maySignInSilently()) await refresh()
  if (!accessToken()) return null
  const { data } = await getMe(signal ? { signal } : {})
  return data
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: 5 * 60_000,
  gcTime: Number.POSITIVE_INFINITY,
})

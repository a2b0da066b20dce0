import { type QueryKey, queryOptions } from '@tanstack/react-query'

/** A record with the version that a change of it must name in `If-Match`. */
export interface Versioned<T> {
  data: T
  etag: string
}

interface Answer<T> {
  data: T
  response: Response
}

export async function withEtag<T>(answer: Promise<Answer<T>>): Promise<Versioned<T>> {
  const { data, response } = await answer
  return { data, etag: response.headers.get('ETag') ?? '' }
}

/**
 * Query options of one record with its ETag. The key extends the generated one, so that invalidating
 * `getPracticeQueryKey(…)` invalidates this too.
 *
 *     recordQuery(getPracticeQueryKey({ path: { id } }), (signal) => getPractice({ path: { id }, signal }))
 */
export function recordQuery<T>(key: QueryKey, read: (signal: AbortSignal) => Promise<Answer<T>>) {
  return queryOptions({
    queryKey: [...key, 'record'] as const,
    queryFn: ({ signal }) => withEtag(read(signal)),
  })
}

export const ifMatch = (etag: string) => ({ 'if-match': etag })

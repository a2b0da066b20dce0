import { MutationCache, QueryClient } from '@tanstack/react-query'
import { isProblem } from './problem'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** Set false where a write changes nothing that another screen shows (each keystroke of an autosave). */
      refreshesQueries?: boolean
    }
  }
}

/** After a write, whatever is on screen is read again: one write often changes several lists, and unchanged answers are 304. */
export function createQueryClient(): QueryClient {
  const queryClient: QueryClient = new QueryClient({
    mutationCache: new MutationCache({
      onSuccess: (_data, _variables, _result, mutation) => {
        if (mutation.meta?.refreshesQueries !== false) return queryClient.invalidateQueries()
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) =>
          count < 2 && !isProblem(error, 0) && (!isProblem(error) || error.status >= 500),
      },
      mutations: { networkMode: 'always' },
    },
  })
  return queryClient
}

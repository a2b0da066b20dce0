import type { QueryClient } from '@tanstack/react-query'
import type { AnyRouter } from '@tanstack/react-router'
import { type Session, sessionQuery } from './sessionQuery'

/** Somebody signed in or out: guards decide anew, and nothing stays of what the one before could see. */
export async function changeReader(
  queryClient: QueryClient,
  router: AnyRouter,
  session: Session | null,
): Promise<void> {
  const isOther = (query: { queryKey: readonly unknown[] }) => query.queryKey[0] !== sessionQuery.queryKey[0]
  queryClient.setQueryData(sessionQuery.queryKey, session)
  queryClient.removeQueries({ type: 'inactive', predicate: isOther })
  await router.invalidate()
  await queryClient.resetQueries({ predicate: isOther })
}

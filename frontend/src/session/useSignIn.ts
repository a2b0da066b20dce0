import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { changeReader } from './changeReader'
import { safeNext } from './next'
import { readSession, sessionQuery } from './sessionQuery'
import { signIn, signOut } from './token'

/** Signs in and goes on to `next`. */
export function useSignIn(next: unknown) {
  const queryClient = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: async (credentials: { username: string; password: string }) => {
      await signIn(credentials)
      return readSession()
    },
    meta: { refreshesQueries: false },
    onSuccess: async (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session)
      await router.navigate({ href: safeNext(next), replace: true })
      await changeReader(queryClient, router, session)
    },
  })
}

/** Ends the session everywhere it is open in this browser; the app hears of it and shows what the public sees. */
export function useSignOut() {
  return useMutation({ mutationFn: signOut, meta: { refreshesQueries: false } })
}

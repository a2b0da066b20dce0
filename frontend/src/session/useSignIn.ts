import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { getMe, signIn } from '@/api/generated/sdk.gen'
import { changeReader } from './changeReader'
import { safeNext } from './next'
import { sessionQuery } from './sessionQuery'
import { keep, signOut } from './token'

/** Signs in, forgets what the public saw, and goes on to `next`. */
export function useSignIn(next: unknown) {
  const queryClient = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: async (credentials: { username: string; password: string }) => {
      const { data } = await signIn({ body: credentials })
      keep(data)
      const { data: session } = await getMe()
      return session
    },
    meta: { refreshesQueries: false },
    onSuccess: async (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session)
      await router.navigate({ href: safeNext(next), replace: true })
      await changeReader(queryClient, router, session)
    },
  })
}

/** Ends the session everywhere it is open in this browser; the shell hears of it and shows what the public sees. */
export function useSignOut() {
  return useMutation({ mutationFn: signOut, meta: { refreshesQueries: false } })
}

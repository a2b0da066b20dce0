import { useQuery } from '@tanstack/react-query'
import { type Session, sessionQuery } from './sessionQuery'

/** Who is signed in, or null. The root route has loaded it before anything renders. */
export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null
}

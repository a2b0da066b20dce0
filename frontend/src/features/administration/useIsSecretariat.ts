import { useSession } from '@/session/useSession'

/** The secretariat looks after everybody; a lead focal point after its own champion's people. */
export function useIsSecretariat(): boolean {
  return useSession()?.roles.includes('secretariat') ?? false
}

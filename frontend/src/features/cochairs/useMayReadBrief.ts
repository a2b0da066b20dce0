import { useSession } from '@/session/useSession'

const READERS = ['co_chair', 'incoming_co_chair', 'secretariat'] as const

/** For those who hand over and those who take over. */
export function useMayReadBrief(): boolean {
  const roles = useSession()?.roles ?? []
  return READERS.some((role) => roles.includes(role))
}

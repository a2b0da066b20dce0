import { useQuery } from '@tanstack/react-query'
import { getMyDueOptions } from '@/api/generated-first/@tanstack/react-query.gen'
import { useSession } from '@/session/useSession'
import { countsOf, type NavigationCounts } from './dueCounts'

const NOTHING: NavigationCounts = {}

/** What waits in each part for this person: the same answer that the home page shows in sentences. */
export function useNavigationCounts(): NavigationCounts {
  const isSignedIn = useSession() !== null
  const due = useQuery({ ...getMyDueOptions(), enabled: isSignedIn, select: ({ items }) => countsOf(items) })
  return due.data ?? NOTHING
}

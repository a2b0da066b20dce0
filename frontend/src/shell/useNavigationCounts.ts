import { useQuery } from '@tanstack/react-query'
import type { NavigationItem } from './navigation'

export type NavigationCounts = Partial<Record<NavigationItem['label'], number>>

export const navigationCountsKey = ['navigation', 'counts'] as const

/** What waits in each part for this person; the home screen, which knows, sets it with `setQueryData(navigationCountsKey, …)`. */
export function useNavigationCounts(): NavigationCounts {
  return (
    useQuery<NavigationCounts>({ queryKey: navigationCountsKey, enabled: false, initialData: {} }).data ?? {}
  )
}

import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { beginArrival, focusContent } from '@/components/arrival'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The page stays the same under its new path: a draft got its address while one types. */
    keepsFocus?: boolean
  }
}

/** Filters change the URL too, but not the page: only another path moves the focus. */
export function useFocusOnNavigation(): void {
  const router = useRouter()
  useEffect(() => {
    const stopBefore = router.subscribe('onBeforeNavigate', ({ fromLocation, toLocation, pathChanged }) => {
      if (fromLocation && pathChanged && !toLocation.state.keepsFocus) beginArrival()
    })
    const stopAfter = router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
      if (fromLocation && pathChanged && !toLocation.state.keepsFocus) focusContent()
    })
    return () => {
      stopBefore()
      stopAfter()
    }
  }, [router])
}

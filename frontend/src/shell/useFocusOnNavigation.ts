import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { beginArrival, focusContent } from '@/components/arrival'

/** Filters change the URL too, but not the page: only another path moves the focus. */
export function useFocusOnNavigation(): void {
  const router = useRouter()
  useEffect(() => {
    const stopBefore = router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
      if (fromLocation && pathChanged) beginArrival()
    })
    const stopAfter = router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
      if (fromLocation && pathChanged) focusContent()
    })
    return () => {
      stopBefore()
      stopAfter()
    }
  }, [router])
}

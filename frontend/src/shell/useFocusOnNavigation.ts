import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** On arriving at another page, the focus goes to its title, so that a screen reader says where one is. */
export function useFocusOnNavigation(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return
        const title = document.getElementById('page-title') ?? document.getElementById('content')
        title?.focus({ preventScroll: true })
      }),
    [router],
  )
}

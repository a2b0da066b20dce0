import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { LoadingSkeleton } from '@/components/LoadingSkeleton'
import { sessionQuery } from '@/session/sessionQuery'
import { Shell } from '@/shell/Shell'

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  beforeLoad: async ({ context }) => ({ session: await context.queryClient.ensureQueryData(sessionQuery) }),
  component: Root,
})

function Root() {
  return (
    <Shell>
      <Suspense fallback={<LoadingSkeleton />}>
        <Outlet />
      </Suspense>
    </Shell>
  )
}

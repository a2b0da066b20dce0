import { createFileRoute } from '@tanstack/react-router'
import { HubPage } from '@/features/hub/HubPage'
import { deliverySearch } from '@/features/hub/hubSearch'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/administration/hub/')({
  validateSearch: deliverySearch,
  beforeLoad: requirePermission('hub:manage'),
  component: Hub,
})

function Hub() {
  return <HubPage search={Route.useSearch()} />
}

import { createFileRoute } from '@tanstack/react-router'
import { PartnersPage } from '@/features/collaboration/PartnersPage'
import { partnersSearch } from '@/features/collaboration/partnersSearch'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/collaboration/partners')({
  validateSearch: partnersSearch,
  beforeLoad: requirePermission('collaboration:read'),
  component: Partners,
})

function Partners() {
  return <PartnersPage search={Route.useSearch()} />
}

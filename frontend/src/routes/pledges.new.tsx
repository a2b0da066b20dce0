import { createFileRoute } from '@tanstack/react-router'
import { startSearch } from '@/contributions/startSearch'
import { NewPledgePage } from '@/features/pledges/NewPledgePage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/pledges/new')({
  validateSearch: startSearch,
  beforeLoad: requirePermission('pledges:write'),
  component: NewPledge,
})

function NewPledge() {
  return <NewPledgePage start={Route.useSearch()} />
}

import { createFileRoute } from '@tanstack/react-router'
import { findingSearch } from '@/features/hub/hubSearch'
import { ReconciliationPage } from '@/features/hub/ReconciliationPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/administration/hub/reconciliation')({
  validateSearch: findingSearch,
  beforeLoad: requirePermission('hub:manage'),
  component: Reconciliation,
})

function Reconciliation() {
  return <ReconciliationPage search={Route.useSearch()} />
}

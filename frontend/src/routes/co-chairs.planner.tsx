import { createFileRoute } from '@tanstack/react-router'
import { PlannerPage } from '@/features/cochairs/planner/PlannerPage'
import { plannerSearch } from '@/features/cochairs/planner/search'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/co-chairs/planner')({
  validateSearch: plannerSearch,
  beforeLoad: requirePermission('cochair_rotation:read'),
  component: Planner,
})

function Planner() {
  return <PlannerPage search={Route.useSearch()} />
}

import { createFileRoute } from '@tanstack/react-router'
import { EditPlanPage } from '@/features/workplan/EditPlanPage'
import { requireSession } from '@/session/guards'

export const Route = createFileRoute('/workplan/plans/$workplanId/edit')({
  beforeLoad: requireSession,
  component: EditPlan,
})

function EditPlan() {
  return <EditPlanPage id={Route.useParams().workplanId} />
}

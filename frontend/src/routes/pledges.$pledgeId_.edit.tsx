import { createFileRoute } from '@tanstack/react-router'
import { EditPledgePage } from '@/features/pledges/EditPledgePage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/pledges/$pledgeId_/edit')({
  beforeLoad: requirePermission('pledges:write'),
  component: EditPledge,
})

function EditPledge() {
  return <EditPledgePage id={Route.useParams().pledgeId} />
}

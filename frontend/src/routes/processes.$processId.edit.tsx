import { createFileRoute } from '@tanstack/react-router'
import { EditProcessPage } from '@/features/processes/EditProcessPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/processes/$processId/edit')({
  beforeLoad: requirePermission('processes:write'),
  component: EditProcess,
})

function EditProcess() {
  return <EditProcessPage id={Route.useParams().processId} />
}

import { createFileRoute } from '@tanstack/react-router'
import { EditTermPage } from '@/features/cochairs/EditTermPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/co-chairs/$termId/edit')({
  beforeLoad: requirePermission('cochair_terms:write'),
  component: EditTerm,
})

function EditTerm() {
  return <EditTermPage id={Route.useParams().termId} />
}

import { createFileRoute } from '@tanstack/react-router'
import { EditStatementPage } from '@/features/statements/EditStatementPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/statements/$statementId_/edit')({
  beforeLoad: requirePermission('statements:write'),
  component: EditStatement,
})

function EditStatement() {
  return <EditStatementPage id={Route.useParams().statementId} />
}

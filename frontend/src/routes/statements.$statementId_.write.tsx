import { createFileRoute } from '@tanstack/react-router'
import { WriteVersionPage } from '@/features/statements/WriteVersionPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/statements/$statementId_/write')({
  beforeLoad: requirePermission('statements:write'),
  component: WriteVersion,
})

function WriteVersion() {
  return <WriteVersionPage id={Route.useParams().statementId} />
}

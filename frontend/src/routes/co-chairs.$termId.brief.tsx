import { createFileRoute } from '@tanstack/react-router'
import { BriefPage } from '@/features/handover/BriefPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/co-chairs/$termId/brief')({
  beforeLoad: requirePermission('handover:read'),
  component: Brief,
})

function Brief() {
  return <BriefPage termId={Route.useParams().termId} />
}

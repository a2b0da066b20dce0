import { createFileRoute } from '@tanstack/react-router'
import { NewItemPage } from '@/features/meetings/NewItemPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/meetings/$meetingId_/propose')({
  beforeLoad: requirePermission('agenda:propose'),
  component: Propose,
})

function Propose() {
  return <NewItemPage meetingId={Route.useParams().meetingId} />
}

import { createFileRoute } from '@tanstack/react-router'
import { EditItemPage } from '@/features/meetings/EditItemPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/meetings/$meetingId_/items/$itemId')({
  beforeLoad: requirePermission('agenda:propose'),
  component: EditItem,
})

function EditItem() {
  const { meetingId, itemId } = Route.useParams()
  return <EditItemPage meetingId={meetingId} itemId={itemId} />
}

import { createFileRoute } from '@tanstack/react-router'
import { EditItemPage } from '@/features/workplan/EditItemPage'
import { requireSession } from '@/session/guards'

export const Route = createFileRoute('/workplan/$itemId_/edit')({
  beforeLoad: requireSession,
  component: EditItem,
})

function EditItem() {
  return <EditItemPage id={Route.useParams().itemId} />
}

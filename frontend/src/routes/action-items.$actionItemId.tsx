import { createFileRoute } from '@tanstack/react-router'
import { ActionItemPage } from '@/features/actionitems/ActionItemPage'
import { requireSession } from '@/session/guards'

export const Route = createFileRoute('/action-items/$actionItemId')({
  beforeLoad: requireSession,
  component: ActionItem,
})

function ActionItem() {
  return <ActionItemPage id={Route.useParams().actionItemId} />
}

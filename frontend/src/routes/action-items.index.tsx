import { createFileRoute } from '@tanstack/react-router'
import { ActionItemsPage } from '@/features/actionitems/ActionItemsPage'
import { actionItemSearch } from '@/features/actionitems/actionItemSearch'
import { requireSession } from '@/session/guards'

export const Route = createFileRoute('/action-items/')({
  validateSearch: actionItemSearch,
  beforeLoad: requireSession,
  component: ActionItems,
})

function ActionItems() {
  return <ActionItemsPage search={Route.useSearch()} />
}

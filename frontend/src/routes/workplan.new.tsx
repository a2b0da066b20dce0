import { createFileRoute } from '@tanstack/react-router'
import { NewItemPage } from '@/features/workplan/NewItemPage'
import { newItemSearch } from '@/features/workplan/search'
import { requireSession } from '@/session/guards'

export const Route = createFileRoute('/workplan/new')({
  validateSearch: newItemSearch,
  beforeLoad: requireSession,
  component: NewItem,
})

function NewItem() {
  const { workplan, scope_of_work, process } = Route.useSearch()
  return <NewItemPage planId={workplan} area={scope_of_work} process={process} />
}

import { createFileRoute } from '@tanstack/react-router'
import { workplanSearch } from '@/features/workplan/search'
import { WorkplanPage } from '@/features/workplan/WorkplanPage'
import { requireSession } from '@/session/guards'

export const Route = createFileRoute('/workplan/')({
  validateSearch: workplanSearch,
  beforeLoad: requireSession,
  component: Workplan,
})

function Workplan() {
  return <WorkplanPage search={Route.useSearch()} />
}

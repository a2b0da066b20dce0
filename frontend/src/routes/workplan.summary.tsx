import { createFileRoute } from '@tanstack/react-router'
import { SummaryPage } from '@/features/workplan/SummaryPage'
import { summarySearch } from '@/features/workplan/search'
import { requireSession } from '@/session/guards'

export const Route = createFileRoute('/workplan/summary')({
  validateSearch: summarySearch,
  beforeLoad: requireSession,
  component: Summary,
})

function Summary() {
  return <SummaryPage planId={Route.useSearch().workplan} />
}

import { createFileRoute } from '@tanstack/react-router'
import { DecisionsPage } from '@/features/decisions/DecisionsPage'
import { decisionSearch } from '@/features/decisions/decisionSearch'

export const Route = createFileRoute('/decisions/')({ validateSearch: decisionSearch, component: Decisions })

function Decisions() {
  return <DecisionsPage search={Route.useSearch()} />
}

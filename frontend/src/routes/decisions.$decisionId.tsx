import { createFileRoute } from '@tanstack/react-router'
import { DecisionPage } from '@/features/decisions/DecisionPage'

export const Route = createFileRoute('/decisions/$decisionId')({ component: Decision })

function Decision() {
  return <DecisionPage id={Route.useParams().decisionId} />
}

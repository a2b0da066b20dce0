import { createFileRoute } from '@tanstack/react-router'
import { ObjectivePage } from '@/features/objectives/ObjectivePage'

export const Route = createFileRoute('/objectives/$number')({ component: Objective })

function Objective() {
  return <ObjectivePage number={Number(Route.useParams().number)} />
}

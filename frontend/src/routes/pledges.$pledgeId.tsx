import { createFileRoute } from '@tanstack/react-router'
import { PledgePage } from '@/features/pledges/PledgePage'

export const Route = createFileRoute('/pledges/$pledgeId')({ component: Pledge })

function Pledge() {
  return <PledgePage id={Route.useParams().pledgeId} />
}

import { createFileRoute } from '@tanstack/react-router'
import { VersionPage } from '@/features/practices/VersionPage'

export const Route = createFileRoute('/practices/$practiceId_/versions/$number')({ component: Version })

function Version() {
  const { practiceId, number } = Route.useParams()
  return <VersionPage id={practiceId} number={Number(number)} />
}

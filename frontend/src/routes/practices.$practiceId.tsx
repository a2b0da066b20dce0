import { createFileRoute } from '@tanstack/react-router'
import { PracticePage } from '@/features/practices/PracticePage'

export const Route = createFileRoute('/practices/$practiceId')({ component: Practice })

function Practice() {
  const { practiceId } = Route.useParams()
  return <PracticePage key={practiceId} id={practiceId} />
}

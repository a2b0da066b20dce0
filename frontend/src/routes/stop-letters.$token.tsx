import { createFileRoute } from '@tanstack/react-router'
import { StopLettersPage } from '@/features/practices/saved/StopLettersPage'

export const Route = createFileRoute('/stop-letters/$token')({ component: StopLetters })

function StopLetters() {
  return <StopLettersPage token={Route.useParams().token} />
}

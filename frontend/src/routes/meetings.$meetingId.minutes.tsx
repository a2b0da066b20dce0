import { createFileRoute } from '@tanstack/react-router'
import { MinutesPage } from '@/features/minutes/MinutesPage'
import { requireSession } from '@/session/guards'

export const Route = createFileRoute('/meetings/$meetingId/minutes')({
  beforeLoad: requireSession,
  component: Minutes,
})

function Minutes() {
  return <MinutesPage meetingId={Route.useParams().meetingId} />
}

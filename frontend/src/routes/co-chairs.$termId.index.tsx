import { createFileRoute } from '@tanstack/react-router'
import { TermPage } from '@/features/cochairs/TermPage'

export const Route = createFileRoute('/co-chairs/$termId/')({ component: Term })

function Term() {
  return <TermPage id={Route.useParams().termId} />
}

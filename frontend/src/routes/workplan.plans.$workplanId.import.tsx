import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '@/features/workplan/ImportPage'
import { requireSession } from '@/session/guards'

export const Route = createFileRoute('/workplan/plans/$workplanId/import')({
  beforeLoad: requireSession,
  component: Import,
})

function Import() {
  return <ImportPage planId={Route.useParams().workplanId} />
}

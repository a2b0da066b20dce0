import { createFileRoute } from '@tanstack/react-router'
import { ProcessPage } from '@/features/processes/ProcessPage'

export const Route = createFileRoute('/processes/$processId/')({
  component: Process,
})

function Process() {
  return <ProcessPage id={Route.useParams().processId} />
}

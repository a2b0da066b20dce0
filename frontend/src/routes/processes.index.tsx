import { createFileRoute } from '@tanstack/react-router'
import { ProcessesPage } from '@/features/processes/ProcessesPage'
import { processSearch } from '@/features/processes/processSearch'

export const Route = createFileRoute('/processes/')({
  validateSearch: processSearch,
  component: Processes,
})

function Processes() {
  return <ProcessesPage search={Route.useSearch()} />
}

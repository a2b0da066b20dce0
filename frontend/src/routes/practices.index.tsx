import { createFileRoute } from '@tanstack/react-router'
import { PracticesPage } from '@/features/practices/PracticesPage'
import { practiceSearch } from '@/features/practices/practiceSearch'

export const Route = createFileRoute('/practices/')({
  validateSearch: practiceSearch,
  component: Practices,
})

function Practices() {
  return <PracticesPage search={Route.useSearch()} />
}

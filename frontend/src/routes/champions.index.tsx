import { createFileRoute } from '@tanstack/react-router'
import { ChampionsPage } from '@/features/champions/ChampionsPage'
import { championSearch } from '@/features/champions/championSearch'

export const Route = createFileRoute('/champions/')({
  validateSearch: championSearch,
  component: Champions,
})

function Champions() {
  return <ChampionsPage search={Route.useSearch()} />
}

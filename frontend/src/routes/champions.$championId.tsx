import { createFileRoute } from '@tanstack/react-router'
import { ChampionPage } from '@/features/champions/ChampionPage'

export const Route = createFileRoute('/champions/$championId')({ component: Champion })

function Champion() {
  return <ChampionPage id={Route.useParams().championId} />
}

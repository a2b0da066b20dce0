import { useFormat } from '@/i18n/useFormat'
import { TextLink } from './TextLink'

export interface ChampionRef {
  id: string
  iso3: string
  name: string
}

export function ChampionLink({ champion }: { champion: ChampionRef }) {
  return (
    <TextLink to={`/champions/${champion.id}` as string} look="title">
      {champion.name}
    </TextLink>
  )
}

/** "Morocco, Peru and Kenya" */
export function ChampionNames({ champions }: { champions: readonly ChampionRef[] }) {
  const format = useFormat()
  return <>{format.list(champions.map((champion) => champion.name))}</>
}

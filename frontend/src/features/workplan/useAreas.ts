import { useTerms } from '@/vocabularies/useTerms'
import { AREAS, type Area } from './search'

/** The note's four areas in its order, each with its short name in the language of the screen. */
export function useAreas(): { key: Area; name: string }[] {
  const terms = useTerms('scope-of-work')
  return AREAS.map((key) => ({ key, name: terms.find((term) => term.key === key)?.short ?? '' }))
}

export function useAreaName(): (area: Area) => string {
  const areas = useAreas()
  return (area) => areas.find(({ key }) => key === area)?.name ?? ''
}

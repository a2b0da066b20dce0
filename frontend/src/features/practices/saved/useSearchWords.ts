import { chosenIn, FACETS } from '../finding/facetSearch'
import { useFacetWords } from '../finding/useFacetWords'
import type { PracticeSearch } from '../practiceSearch'
import { useChampionChoices } from '../useChampionChoices'

/** What a search looks for, in words: the typed ones in quotation marks, then each filter's. */
export function useSearchWords(): (search: PracticeSearch) => string[] {
  const wordsFor = useFacetWords()
  const champions = useChampionChoices()
  return (search) => [
    ...(search.q ? [`“${search.q}”`] : []),
    ...FACETS.flatMap((facet) => chosenIn(search, facet).map((value) => wordsFor(facet, value))),
    ...(search.champion
      ? [champions.find(({ value }) => value === search.champion)?.label ?? search.champion]
      : []),
  ]
}

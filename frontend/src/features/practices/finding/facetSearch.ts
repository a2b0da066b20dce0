import type { CountPracticeFacetsData, PracticeFacets } from '@/api/generated/types.gen'
import type { PracticeSearch } from '../practiceSearch'

/** The facets in the order in which people narrow down. */
export const FACETS = [
  'objective',
  'region',
  'country',
  'type_of_practice',
  'year',
  'principle',
  'sdg',
  'language',
] as const satisfies readonly (keyof PracticeFacets & keyof PracticeSearch)[]

export type FacetName = (typeof FACETS)[number]

/** A value of a facet, as its filter takes it. */
export type FacetValue = string | number

export const chosenIn = (search: PracticeSearch, facet: FacetName): readonly FacetValue[] =>
  search[facet] ?? []

/** The change of the search that adds a value to its facet, or takes it away. */
export function toggled(
  search: PracticeSearch,
  facet: FacetName,
  value: FacetValue,
): Partial<PracticeSearch> {
  const chosen = chosenIn(search, facet)
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
  return { [facet]: next }
}

export type PracticeFilters = NonNullable<CountPracticeFacetsData['query']>

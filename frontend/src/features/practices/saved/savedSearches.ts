import { queryOptions } from '@tanstack/react-query'
import { listSavedSearchesOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { SavedSearchBody } from '@/api/generated/types.gen'
import type { PracticeSearch } from '../practiceSearch'

export type SavedSearch = SavedSearchBody

export const FREQUENCIES = ['daily', 'weekly', 'never'] as const satisfies readonly SavedSearch['frequency'][]

export const savedSearchesQuery = queryOptions(listSavedSearchesOptions())

/** The filters that are set; which tab of the list they were set on says nothing about a search. */
export function filtersOf({ view: _, status: __, ...filters }: PracticeSearch): PracticeSearch {
  const isSet = (value: unknown) => value !== null && value !== '' && [value].flat().some(Boolean)
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => isSet(value)))
}

/** The same for the same filters, in whatever order they were chosen. */
function keyOf(search: PracticeSearch): string {
  const sorted = Object.entries(filtersOf(search))
    .map(([name, value]) => [name, [value].flat().map(String).toSorted()] as const)
    .toSorted(([one], [other]) => one.localeCompare(other))
  return JSON.stringify(sorted)
}

export const areSame = (one: PracticeSearch, other: PracticeSearch): boolean => keyOf(one) === keyOf(other)

/** A saved search as the list's address has it. */
export const searchOf = ({ filters }: SavedSearch): PracticeSearch => filtersOf(filters as PracticeSearch)

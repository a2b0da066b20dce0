import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { listChampionsOptions, listProcessesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { itemsOf } from '@/api/page'
import type { Choice } from '@/forms/choiceFields'
import { useTerms } from '@/vocabularies/useTerms'
import { itemsQuery } from './workplanQueries'

const rarelyChanging = { staleTime: 300_000 }

/** The champions by code, in the alphabet of the reader. */
export function useChampionChoices(): Choice[] {
  const champions = useQuery({ ...listChampionsOptions({ query: { limit: 100 } }), ...rarelyChanging }).data
  return (champions?.items ?? [])
    .map(({ iso3, name }) => ({ value: iso3, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label))
}

/** The processes by key, the latest first. */
export function useProcessChoices(): Choice[] {
  const query = { limit: 100, sort: '-starts_on' as const }
  const processes = useQuery({ ...listProcessesOptions({ query }), ...rarelyChanging }).data
  return (processes?.items ?? []).map(({ key, title }) => ({ value: key, label: title }))
}

/** The items of a plan by key, by title. */
export function useItemChoices(planId: string): Choice[] {
  const query = useInfiniteQuery(itemsQuery({ workplan_id: planId, sort: 'title' }))
  return query.data ? itemsOf(query.data).map(({ id, title }) => ({ value: id, label: title })) : []
}

export function useObjectiveChoices(): Choice[] {
  return useTerms('objectives').map(({ number, short }) => ({
    value: String(number),
    label: `${number} ${short}`,
  }))
}

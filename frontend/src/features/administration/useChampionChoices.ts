import { useQuery } from '@tanstack/react-query'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { Choice } from '@/forms/choiceFields'

/** The champions of now, as a form or a filter offers them; none while they load. */
export function useChampionChoices(): Choice[] {
  const { data } = useQuery(listChampionsOptions({ query: { limit: 100 } }))
  return (data?.items ?? []).map(({ iso3, name }) => ({ value: iso3, label: name }))
}

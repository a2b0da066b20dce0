import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { Choice } from '@/forms/choiceFields'

/** The champions of today by name. */
export function useChampionChoices(): Choice[] {
  const { i18n } = useTranslation()
  const query = useQuery(listChampionsOptions({ query: { limit: 100 } }))
  return (query.data?.items ?? [])
    .map(({ iso3, name }) => ({ value: iso3, label: name }))
    .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language))
}

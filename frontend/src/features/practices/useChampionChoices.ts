import { useQuery } from '@tanstack/react-query'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { currentLanguage } from '@/i18n/i18n'

/** The champions by name, for choosing one. */
export function useChampionChoices(): { value: string; label: string }[] {
  const { data } = useQuery({ ...listChampionsOptions({ query: { limit: 100 } }), staleTime: 300_000 })
  const inOrder = new Intl.Collator(currentLanguage())
  return (data?.items ?? [])
    .map(({ iso3, name }) => ({ value: iso3, label: name }))
    .sort((one, other) => inOrder.compare(one.label, other.label))
}

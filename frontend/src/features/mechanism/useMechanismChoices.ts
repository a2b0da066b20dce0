import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { useSession } from '@/session/useSession'
import { useCountries, useTerms } from '@/vocabularies/useTerms'

const VISIBILITIES = ['public', 'members', 'private'] as const

/** What the fields offer, in the language of the screen. */
export function useMechanismChoices() {
  const { t, i18n } = useTranslation('mechanism')
  const champions = useQuery(listChampionsOptions({ query: { limit: 100 } })).data?.items ?? []
  const byName = (one: { label: string }, other: { label: string }) =>
    one.label.localeCompare(other.label, i18n.language)
  return {
    /** Whoever speaks for no champion of its own says for which one. */
    namesChampion: useSession()?.champion === null,
    champions: champions.map(({ iso3, name }) => ({ value: iso3, label: name })).toSorted(byName),
    countries: useCountries().map(({ iso3, name }) => ({ value: iso3, label: name })),
    objectives: useTerms('objectives').map(({ number, short }) => ({
      value: String(number),
      label: `${number} ${short}`,
    })),
    visibilities: VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) })),
  }
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listChampionsOptions, listProcessesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { useLanguageChoices } from '@/i18n/useLanguageChoices'
import { useTerms } from '@/vocabularies/useTerms'

const VISIBILITIES = ['public', 'members', 'private'] as const

/** What the fields and filters offer, in the language of the screen. */
export function useStatementChoices() {
  const { t, i18n } = useTranslation('statements')
  const all = { query: { limit: 100 } }
  const champions = useQuery(listChampionsOptions(all)).data?.items ?? []
  const processes = useQuery(listProcessesOptions(all)).data?.items ?? []
  const languages = useLanguageChoices()
  const objectives = useTerms('objectives')
  return {
    objectives: objectives.map(({ number, short }) => ({
      value: String(number),
      label: `${number} ${short}`,
    })),
    champions: champions
      .map(({ iso3, name }) => ({ value: iso3, label: name }))
      .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language)),
    processes: processes.map(({ key, title }) => ({ value: key, label: title })),
    visibilities: VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) })),
    languages,
  }
}

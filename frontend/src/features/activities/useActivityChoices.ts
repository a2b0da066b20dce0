import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  listChampionsOptions,
  listCountriesOptions,
  listProcessesOptions,
  listStatementsOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import { useLanguageChoices } from '@/i18n/useLanguageChoices'
import { useTerms } from '@/vocabularies/useTerms'
import { KINDS, STAKEHOLDERS } from './activitySearch'

const FORMATS = ['online', 'in_person', 'hybrid'] as const
const VISIBILITIES = ['public', 'members', 'private'] as const

/** What the form's fields offer, in the language of the screen. */
export function useActivityChoices() {
  const { t, i18n } = useTranslation('activities')
  const kinds = useTerms('activity-kinds')
  const objectives = useTerms('objectives')
  const sdgs = useTerms('sdgs')
  const all = { query: { limit: 100 } }
  const champions = useQuery(listChampionsOptions(all)).data?.items ?? []
  const processes = useQuery(listProcessesOptions(all)).data?.items ?? []
  const countries = useQuery(listCountriesOptions()).data?.items ?? []
  const statements = useQuery(listStatementsOptions(all)).data?.items ?? []
  const taken = new Set(champions.map(({ iso3 }) => iso3))
  const states = countries
    .map(({ iso3, name }) => ({ value: iso3, label: name }))
    .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language))
  const languages = useLanguageChoices()

  return {
    kinds: KINDS.map((kind) => ({
      value: kind,
      label: kinds.find(({ key }) => key === kind)?.title ?? '',
    })),
    objectives: objectives.map(({ key, number, short }) => ({ value: key, label: `${number} ${short}` })),
    sdgs: sdgs.map(({ key, number, title }) => ({ value: key, label: `${number} ${title}` })),
    champions: champions
      .map(({ iso3, name }) => ({ value: iso3, label: name }))
      .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language)),
    states,
    otherStates: states.filter(({ value }) => !taken.has(value)),
    statements: statements.map(({ id, title }) => ({ value: id, label: title })),
    zones: Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone })),
    processes: processes.map(({ key, title }) => ({ value: key, label: title })),
    formats: FORMATS.map((value) => ({ value, label: t(`format.${value}`) })),
    visibilities: VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) })),
    stakeholders: STAKEHOLDERS.map((value) => ({ value, label: t(`stakeholder.${value}`) })),
    languages,
  }
}

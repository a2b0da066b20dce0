import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  listActivitiesOptions,
  listChampionsOptions,
  listPledgesOptions,
  listProcessesOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import { useLanguageChoices } from '@/i18n/useLanguageChoices'
import { useCountries, useRegions, useTerms } from '@/vocabularies/useTerms'
import { KINDS, MADE_STATUSES, MODES, REGIONS } from './pledgeSearch'

export const VISIBILITIES = ['public', 'members', 'private'] as const
const ALL = { query: { limit: 100 } }

/** What the filters offer, in the language of the screen. */
export function usePledgeFilterChoices() {
  const { t, i18n } = useTranslation('pledges')
  const champions = useQuery(listChampionsOptions(ALL)).data?.items ?? []
  const processes = useQuery(listProcessesOptions(ALL)).data?.items ?? []
  const regions = useRegions()
  return {
    kinds: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
    modes: MODES.map((value) => ({ value, label: t(`mode.${value}`) })),
    champions: champions
      .map(({ iso3, name }) => ({ value: iso3, label: name }))
      .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language)),
    objectives: useTerms('objectives').map(({ number, short }) => ({
      value: number ?? 0,
      label: `${number} ${short}`,
    })),
    processes: processes.map(({ key, title }) => ({ value: key, label: title })),
    regions: REGIONS.map((m49) => ({
      value: m49,
      label: regions.find((region) => region.m49 === m49)?.name ?? m49,
    })),
  }
}

/** What the form offers beside that. */
export function usePledgeFormChoices() {
  const { t, i18n } = useTranslation('pledges')
  const shared = usePledgeFilterChoices()
  const activities = useQuery(listActivitiesOptions(ALL)).data?.items ?? []
  const made = { query: { limit: 100, status: [...MADE_STATUSES], sort: 'title' as const } }
  const pledges = useQuery(listPledgesOptions(made)).data?.items ?? []
  const regions = useRegions()
  const countries = useCountries()
  const languages = useLanguageChoices()
  const currencyNames = new Intl.DisplayNames(i18n.language, { type: 'currency' })
  return {
    ...shared,
    objectives: shared.objectives.map(({ value, label }) => ({ value: String(value), label })),
    activities: activities.map(({ id, title }) => ({ value: id, label: title })),
    pledges: pledges.map(({ id, title, champion }) => ({ value: id, label: `${title} · ${champion.name}` })),
    states: countries
      .map(({ iso3, name }) => ({ value: iso3, label: name }))
      .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language)),
    everyRegion: regions.map(({ m49, name }) => ({ value: m49, label: name })),
    languages,
    currencies: Intl.supportedValuesOf('currency').map((value) => ({
      value,
      label: `${value} ${currencyNames.of(value)}`,
    })),
    visibilities: VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) })),
  }
}

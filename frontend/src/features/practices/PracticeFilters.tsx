import { useTranslation } from 'react-i18next'
import { FilterBar } from '@/lists/FilterBar'
import { FilterMany, FilterOne } from '@/lists/FilterMenu'
import { useListSearch } from '@/lists/useListSearch'
import { useSession } from '@/session/useSession'
import { useTerms } from '@/vocabularies/useTerms'
import { LANGUAGES, type PracticeSearch, STATUSES, TYPES } from './practiceSearch'
import { useChampionChoices } from './useChampionChoices'
import { useRegionNames } from './useRegionNames'

const FIRST_YEAR = 2015

export function PracticeFilters({ search, isOurs }: { search: PracticeSearch; isOurs: boolean }) {
  const { t } = useTranslation('practices')
  const { setSearch, isFiltered } = useListSearch(search)
  const objectives = useTerms('objectives')
  const { regions } = useRegionNames()
  const champions = useChampionChoices()
  const ownsOne = useSession()?.champion != null
  const { view, ...filters } = search
  const years = Array.from({ length: new Date().getFullYear() - FIRST_YEAR + 1 }, (_, past) => {
    const year = new Date().getFullYear() - past
    return { value: year, label: String(year) }
  })

  return (
    <FilterBar
      query={search.q}
      onQuery={(q) => setSearch({ q })}
      placeholder={t('search')}
      isFiltered={isFiltered && Object.values(filters).some((value) => value !== undefined)}
      onClear={() => setSearch(noneOf(filters))}
    >
      <FilterMany
        label={t('filter.objective')}
        value={search.objective}
        onChange={(objective) => setSearch({ objective })}
        options={objectives.map(({ number, short }) => ({
          value: number ?? 0,
          label: `${number} ${short}`,
        }))}
      />
      {!(isOurs && ownsOne) && (
        <>
          <FilterOne
            label={t('filter.region')}
            value={search.region}
            onChange={(region) => setSearch({ region })}
            options={regions.map(({ m49, name }) => ({ value: m49, label: name }))}
          />
          <FilterOne
            label={t('filter.champion')}
            value={search.champion}
            onChange={(champion) => setSearch({ champion })}
            options={champions}
          />
        </>
      )}
      {isOurs && (
        <FilterMany
          label={t('filter.status')}
          value={search.status}
          onChange={(status) => setSearch({ status })}
          options={STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        />
      )}
      <FilterMany
        label={t('filter.type')}
        value={search.type_of_practice}
        onChange={(type_of_practice) => setSearch({ type_of_practice })}
        options={TYPES.map((type) => ({ value: type, label: t(`type.${type}`) }))}
      />
      <FilterOne
        label={t('filter.year')}
        value={search.year}
        onChange={(year) => setSearch({ year })}
        options={years}
      />
      <FilterOne
        label={t('filter.language')}
        value={search.language}
        onChange={(language) => setSearch({ language })}
        options={LANGUAGES.map((language) => ({ value: language, label: t(`language.${language}`) }))}
      />
    </FilterBar>
  )
}

const noneOf = (filters: Omit<PracticeSearch, 'view'>): Partial<PracticeSearch> =>
  Object.fromEntries(Object.keys(filters).map((name) => [name, undefined]))

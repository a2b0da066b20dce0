import { useTranslation } from 'react-i18next'
import { FilterBar } from '@/lists/FilterBar'
import { FilterFlag } from '@/lists/FilterFlag'
import { FilterMany, FilterOne } from '@/lists/FilterMenu'
import { useListSearch } from '@/lists/useListSearch'
import type { PledgeSearch } from './PledgesPage'
import { STATUSES } from './pledgeSearch'
import { usePledgeFilterChoices } from './usePledgeChoices'

/** The filters of the list and of the dashboard; a year only where a link has asked for it. */
export function PledgeFilters({ search }: { search: PledgeSearch }) {
  const { t } = useTranslation('pledges')
  const { bar, setSearch } = useListSearch(search)
  const choices = usePledgeFilterChoices()
  return (
    <FilterBar {...bar} placeholder={t('search')}>
      <FilterMany
        label={t('objective')}
        value={search.objective}
        onChange={(objective) => setSearch({ objective })}
        options={choices.objectives}
      />
      <FilterMany
        label={t('status.label')}
        value={search.status}
        onChange={(status) => setSearch({ status })}
        options={STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
      />
      <FilterOne
        label={t('region')}
        value={search.region}
        onChange={(region) => setSearch({ region })}
        options={choices.regions}
      />
      <FilterOne
        label={t('champion')}
        value={search.champion}
        onChange={(champion) => setSearch({ champion })}
        options={choices.champions}
      />
      <FilterMany
        label={t('kind.label')}
        value={search.kind}
        onChange={(kind) => setSearch({ kind })}
        options={choices.kinds}
      />
      <FilterMany
        label={t('mode.label')}
        value={search.mode}
        onChange={(mode) => setSearch({ mode })}
        options={choices.modes}
      />
      <FilterOne
        label={t('process')}
        value={search.process}
        onChange={(process) => setSearch({ process })}
        options={choices.processes}
      />
      {search.year && (
        <FilterOne
          label={t('year')}
          value={search.year}
          onChange={(year) => setSearch({ year })}
          options={[{ value: search.year, label: String(search.year) }]}
        />
      )}
      <FilterFlag
        label={t('reportDue')}
        value={search.is_report_due}
        onChange={(is_report_due) => setSearch({ is_report_due })}
      />
    </FilterBar>
  )
}

import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listChampionsOptions, listProcessesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { FilterBar } from '@/lists/FilterBar'
import { FilterFlag } from '@/lists/FilterFlag'
import { FilterMany, FilterOne } from '@/lists/FilterMenu'
import { useListSearch } from '@/lists/useListSearch'
import { useRegions, useTerms } from '@/vocabularies/useTerms'
import classes from './Activities.module.css'
import type { ActivitySearch } from './ActivitiesPage'
import { KINDS, REGIONS, STAKEHOLDERS, STATUSES, WHERE_ONE_LOOKS } from './activitySearch'
import { useActivityWords } from './useActivityWords'

/** The filters of the list; a process or stakeholders only where a link has asked for them. */
export function ActivityFilters({ search }: { search: ActivitySearch }) {
  const { t } = useTranslation('activities')
  const { bar, setSearch } = useListSearch(search, WHERE_ONE_LOOKS)
  const words = useActivityWords()
  const objectives = useTerms('objectives')
  const regions = useRegions()
  const champions = useQuery(listChampionsOptions({ query: { limit: 100 } })).data?.items ?? []
  const nameOfRegion = (m49: string) => regions.find((region) => region.m49 === m49)?.name ?? m49

  return (
    <FilterBar {...bar} placeholder={t('search')}>
      <FilterMany
        label={t('kind')}
        value={search.kind}
        onChange={(kind) => setSearch({ kind })}
        options={KINDS.map((kind) => ({ value: kind, label: words.kind(kind) }))}
      />
      <FilterMany
        label={t('objective')}
        value={search.objective}
        onChange={(objective) => setSearch({ objective })}
        options={objectives.map(({ number, short }) => ({
          value: number ?? 0,
          label: `${number} ${short}`,
        }))}
      />
      <FilterOne
        label={t('region')}
        value={search.region}
        onChange={(region) => setSearch({ region })}
        options={REGIONS.map((m49) => ({ value: m49, label: nameOfRegion(m49) }))}
      />
      <FilterOne
        label={t('champion')}
        value={search.champion}
        onChange={(champion) => setSearch({ champion })}
        options={champions
          .map(({ iso3, name }) => ({ value: iso3, label: name }))
          .toSorted((one, other) => one.label.localeCompare(other.label))}
      />
      <FilterMany
        label={t('status.label')}
        value={search.status}
        onChange={(status) => setSearch({ status })}
        options={STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
      />
      {search.process && (
        <ProcessFilter value={search.process} onChange={(process) => setSearch({ process })} />
      )}
      {search.stakeholder && (
        <FilterOne
          label={t('stakeholders')}
          value={search.stakeholder}
          onChange={(stakeholder) => setSearch({ stakeholder })}
          options={STAKEHOLDERS.map((key) => ({ value: key, label: t(`stakeholder.${key}`) }))}
        />
      )}
      <FilterFlag
        label={t('openForPartners')}
        value={search.is_open_for_partners}
        onChange={(is_open_for_partners) => setSearch({ is_open_for_partners })}
      />
      <FilterFlag
        label={t('coordination.filter')}
        value={search.is_coordinated}
        onChange={(is_coordinated) => setSearch({ is_coordinated })}
      />
      <SegmentedControl
        className={classes.view}
        aria-label={t('view.label')}
        value={search.view ?? 'list'}
        onChange={(view) =>
          setSearch({ view: view === 'calendar' ? view : undefined, month: undefined, day: undefined })
        }
        data={[
          { value: 'list', label: t('view.list') },
          { value: 'calendar', label: t('view.calendar') },
        ]}
      />
    </FilterBar>
  )
}

function ProcessFilter({ value, onChange }: { value: string; onChange: (key: string | undefined) => void }) {
  const { t } = useTranslation('activities')
  const processes = useQuery(listProcessesOptions({ query: { limit: 100 } })).data?.items ?? []
  return (
    <FilterOne
      label={t('process')}
      value={value}
      onChange={onChange}
      options={processes.map(({ key, title }) => ({ value: key, label: title }))}
    />
  )
}

import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '@/lists/FilterBar'
import { FilterMany, FilterOne } from '@/lists/FilterMenu'
import { useListSearch } from '@/lists/useListSearch'
import { useSession } from '@/session/useSession'
import { useTerms } from '@/vocabularies/useTerms'
import { filtersOf, STATUSES, type WorkplanSearch } from './search'
import { useAreas } from './useAreas'
import { useChampionChoices } from './useChoices'
import classes from './WorkplanFilters.module.css'

export function WorkplanFilters({ search }: { search: WorkplanSearch }) {
  const { t } = useTranslation('workplan')
  const { setSearch } = useListSearch(search)
  const areas = useAreas()
  const champions = useChampionChoices()
  const objectives = useTerms('objectives')
  const own = useSession()?.champion?.iso3

  const clear = () =>
    setSearch({
      q: undefined,
      scope_of_work: undefined,
      status: undefined,
      champion: undefined,
      objective: undefined,
      is_overdue: undefined,
    })

  return (
    <FilterBar
      query={search.q}
      onQuery={(q) => setSearch({ q })}
      placeholder={t('search')}
      isFiltered={Object.keys(filtersOf(search)).length > 0}
      onClear={clear}
    >
      <FilterMany
        label={t('filter.area')}
        value={search.scope_of_work}
        onChange={(scope_of_work) => setSearch({ scope_of_work })}
        options={areas.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <FilterMany
        label={t('filter.status')}
        value={search.status}
        onChange={(status) => setSearch({ status })}
        options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <FilterOne
        label={t('filter.champion')}
        value={search.champion}
        onChange={(champion) => setSearch({ champion })}
        options={champions}
      />
      <FilterMany
        label={t('filter.objective')}
        value={search.objective}
        onChange={(objective) => setSearch({ objective })}
        options={objectives.map(({ number, short }) => ({
          value: number ?? 0,
          label: `${number} ${short}`,
        }))}
      />
      <Toggle
        label={t('filter.overdue')}
        isOn={search.is_overdue === true}
        onChange={(isOn) => setSearch({ is_overdue: isOn || undefined })}
      />
      {own && (
        <Toggle
          label={t('filter.ours')}
          isOn={search.champion === own}
          onChange={(isOn) => setSearch({ champion: isOn ? own : undefined })}
        />
      )}
    </FilterBar>
  )
}

interface ToggleProps {
  label: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

function Toggle({ label, isOn, onChange }: ToggleProps) {
  return (
    <Button className={classes.toggle} aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      {label}
    </Button>
  )
}

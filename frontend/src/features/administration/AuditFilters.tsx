import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { listPeopleOptions } from '@/api/generated/@tanstack/react-query.gen'
import { FilterOne } from '@/lists/FilterMenu'
import classes from './AuditFilters.module.css'
import { type auditSearch, RECORD_TYPES } from './auditSearch'

type Search = z.infer<typeof auditSearch>

interface Props {
  search: Search
  onChange: (change: Partial<Search>) => void
  isFiltered: boolean
  onClear: () => void
}

export function AuditFilters({ search, onChange, isFiltered, onClear }: Props) {
  const { t } = useTranslation(['administration', 'common'])
  const people = useQuery(listPeopleOptions({ query: { limit: 100 } })).data?.items ?? []
  return (
    <search className={classes.bar} data-print="hide">
      <FilterOne
        label={t('audit.filter.recordType')}
        value={search.record_type}
        onChange={(record_type) => onChange({ record_type })}
        options={RECORD_TYPES.map((type) => ({ value: type, label: t(`audit.recordType.${type}`) }))}
      />
      <FilterOne
        label={t('audit.filter.person')}
        value={search.person_id}
        onChange={(person_id) => onChange({ person_id })}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Day label={t('audit.filter.from')} value={search.from} onChange={(from) => onChange({ from })} />
      <Day label={t('audit.filter.until')} value={search.until} onChange={(until) => onChange({ until })} />
      {isFiltered && (
        <Button variant="subtle" onClick={onClear}>
          {t('common:action.clearAll')}
        </Button>
      )}
    </search>
  )
}

interface DayProps {
  label: string
  value: string | undefined
  onChange: (day: string | undefined) => void
}

function Day({ label, value = '', onChange }: DayProps) {
  const id = useId()
  return (
    <div className={classes.day}>
      <label htmlFor={id}>{label}</label>
      <TextInput
        id={id}
        type="date"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
    </div>
  )
}

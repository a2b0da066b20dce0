import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listChampionsOptions, listMeetingsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { FilterBar } from '@/lists/FilterBar'
import { FilterFlag } from '@/lists/FilterFlag'
import { FilterDays, FilterMany, FilterOne } from '@/lists/FilterMenu'
import { useListSearch } from '@/lists/useListSearch'
import { usePermission } from '@/session/permission'
import { ACTION_STATUSES, type ActionItemSearch } from './actionItemSearch'

const rarelyChanging = { staleTime: 300_000 }

/** Whose, of which meeting, in which state, due when; all of it in the address. */
export function ActionItemFilters({ search }: { search: ActionItemSearch }) {
  const { t } = useTranslation('actionitems')
  const { bar, setSearch } = useListSearch(search)
  const leads = usePermission('action_items:write')
  const { data: champions } = useQuery({
    ...listChampionsOptions({ query: { limit: 100 } }),
    ...rarelyChanging,
  })
  const { data: meetings } = useQuery({
    ...listMeetingsOptions({ query: { limit: 100, status: ['held', 'minutes_circulated', 'closed'] } }),
    ...rarelyChanging,
  })
  return (
    <FilterBar {...bar} placeholder={t('search')}>
      <FilterFlag label={t('mine')} value={search.is_mine} onChange={(is_mine) => setSearch({ is_mine })} />
      <FilterFlag
        label={t('overdue')}
        value={search.is_overdue}
        onChange={(is_overdue) => setSearch({ is_overdue })}
      />
      {leads && (
        <FilterFlag
          label={t('dateAsked')}
          value={search.is_date_asked}
          onChange={(is_date_asked) => setSearch({ is_date_asked })}
        />
      )}
      <FilterMany
        label={t('status.label')}
        value={search.status ?? ['open']}
        onChange={(status) => setSearch({ status })}
        options={ACTION_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
      />
      <FilterMany
        label={t('owner')}
        value={search.owner}
        onChange={(owner) => setSearch({ owner })}
        options={[
          { value: 'secretariat', label: t('secretariat') },
          ...(champions?.items ?? []).map(({ iso3, name }) => ({ value: iso3 as string, label: name })),
        ]}
      />
      <FilterOne
        label={t('meeting')}
        value={search.meeting_id}
        onChange={(meeting_id) => setSearch({ meeting_id })}
        options={(meetings?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      />
      <FilterDays
        label={t('due')}
        after={search.due_after}
        before={search.due_before}
        onChange={({ after, before }) => setSearch({ due_after: after, due_before: before })}
      />
    </FilterBar>
  )
}

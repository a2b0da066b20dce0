import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { listDatePollsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { paged } from '@/api/page'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PagedRows } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { FilterBar } from '@/lists/FilterBar'
import { FilterMany } from '@/lists/FilterMenu'
import { useListSearch } from '@/lists/useListSearch'
import { Allowed } from '@/session/permission'
import { DatePollRow } from './DatePollRow'
import { DATE_POLL_STATUSES, type datePollSearch } from './datePollSearch'

export type DatePollSearch = z.output<typeof datePollSearch>

/** The polls about dates, the latest deadline first. */
export function DatePollsPage({ search }: { search: DatePollSearch }) {
  const { t } = useTranslation('datepolls')
  const { bar, setSearch, isFiltered } = useListSearch(search)
  const query = useInfiniteQuery({ ...listDatePollsInfiniteOptions({ query: search }), ...paged })
  return (
    <>
      <PageHeader
        trail={<TextLink to="/meetings">{t('trail')}</TextLink>}
        title={t('title')}
        summary={t('summary')}
        action={
          <Allowed permission="date_polls:write">
            <ButtonLink to="/meetings/find-a-time">{t('findTime')}</ButtonLink>
            <ButtonLink to="/meetings/date-polls/new" variant="filled">
              {t('ask')}
            </ButtonLink>
          </Allowed>
        }
      />
      <FilterBar {...bar} placeholder={t('search')}>
        <FilterMany
          label={t('status.label')}
          value={search.status}
          onChange={(status) => setSearch({ status })}
          options={DATE_POLL_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        />
      </FilterBar>
      <Card>
        <PagedRows
          query={query}
          empty={
            <EmptyState title={t(isFiltered ? 'emptyFiltered' : 'empty')}>
              {t(isFiltered ? 'emptyFilteredHelp' : 'emptyHelp')}
            </EmptyState>
          }
          label={t('title')}
        >
          {(poll) => <DatePollRow poll={poll} />}
        </PagedRows>
      </Card>
    </>
  )
}

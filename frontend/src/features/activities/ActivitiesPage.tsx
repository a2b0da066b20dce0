import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { LoadingSkeleton } from '@/components/LoadingSkeleton'
import { PageHeader } from '@/components/PageHeader'
import { useListSearch } from '@/lists/useListSearch'
import { ActivityFilters } from './ActivityFilters'
import { ActivityList } from './ActivityList'
import { type activitySearch, WHERE_ONE_LOOKS } from './activitySearch'
import { NoteAnActivity } from './NoteAnActivity'
import { SubscribeButton } from './SubscribeButton'

export type ActivitySearch = z.output<typeof activitySearch>

const ActivityCalendar = lazy(() => import('./month/ActivityCalendar'))

/** What champions do together, as a list or month by month. */
export function ActivitiesPage({ search }: { search: ActivitySearch }) {
  const { t } = useTranslation('activities')
  const { setSearch, isFiltered } = useListSearch(search, WHERE_ONE_LOOKS)
  const { view, month, day, ...filters } = search

  return (
    <>
      <PageHeader
        title={t('title')}
        summary={t('summary')}
        action={
          <>
            <SubscribeButton filters={filters} />
            <NoteAnActivity />
          </>
        }
      />
      <ActivityFilters search={search} />
      {view === 'calendar' ? (
        <Suspense fallback={<LoadingSkeleton />}>
          <ActivityCalendar
            filters={filters}
            isFiltered={isFiltered}
            month={month}
            day={day}
            onMove={setSearch}
          />
        </Suspense>
      ) : (
        <ActivityList filters={filters} isFiltered={isFiltered} />
      )}
    </>
  )
}

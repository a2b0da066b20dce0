import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import type { ListMeetingsData } from '@/api/generated/types.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { LoadingSkeleton } from '@/components/LoadingSkeleton'
import { PageHeader } from '@/components/PageHeader'
import { useFormat } from '@/i18n/useFormat'
import { FilterBar } from '@/lists/FilterBar'
import { FilterMany, FilterOne } from '@/lists/FilterMenu'
import { useListSearch } from '@/lists/useListSearch'
import { Allowed } from '@/session/permission'
import { useSession } from '@/session/useSession'
import { today } from '@/time/today'
import { MeetingList } from './MeetingList'
import classes from './MeetingsPage.module.css'
import { nextMeetingOptions } from './meetingQuery'
import { MEETING_STATUSES, type meetingSearch } from './meetingSearch'
import { UncoveredQuarters } from './UncoveredQuarters'

export type MeetingSearch = z.output<typeof meetingSearch>
export type MeetingFilters = NonNullable<ListMeetingsData['query']>

const MeetingCalendar = lazy(() => import('./MeetingCalendar'))

export function MeetingsPage({ search }: { search: MeetingSearch }) {
  const { t } = useTranslation('meetings')
  const { setSearch } = useListSearch(search)
  const { view, month, ...filters } = search
  const isFiltered = Object.keys(filters).length > 0

  return (
    <>
      <PageHeader
        title={t('title')}
        summary={<NextMeeting />}
        action={
          <>
            <Allowed permission="date_polls:answer">
              <ButtonLink to="/meetings/date-polls">{t('datePolls')}</ButtonLink>
            </Allowed>
            <Allowed permission="meetings:write">
              <ButtonLink to="/meetings/new" variant="filled">
                {t('plan')}
              </ButtonLink>
            </Allowed>
          </>
        }
      />
      <UncoveredQuarters />
      <FilterBar
        query={search.q}
        onQuery={(q) => setSearch({ q })}
        placeholder={t('search')}
        isFiltered={isFiltered}
        onClear={() => setSearch({ q: undefined, status: undefined, kind: undefined })}
      >
        <FilterMany
          label={t('status.label')}
          value={search.status}
          onChange={(status) => setSearch({ status })}
          options={MEETING_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        />
        <FilterOne
          label={t('kind.label')}
          value={search.kind}
          onChange={(kind) => setSearch({ kind })}
          options={(['technical', 'extraordinary'] as const).map((kind) => ({
            value: kind,
            label: t(`kind.${kind}`),
          }))}
        />
        <SegmentedControl
          className={classes.view}
          aria-label={t('view.label')}
          value={view ?? 'list'}
          onChange={(chosen) =>
            setSearch({ view: chosen === 'calendar' ? 'calendar' : undefined, month: undefined })
          }
          data={[
            { value: 'list', label: t('view.list') },
            { value: 'calendar', label: t('view.calendar') },
          ]}
        />
      </FilterBar>
      {view === 'calendar' ? (
        <Suspense fallback={<LoadingSkeleton />}>
          <MeetingCalendar
            filters={filters}
            month={month}
            onMonth={(chosen) => setSearch({ month: chosen })}
          />
        </Suspense>
      ) : (
        <MeetingList filters={filters} isFiltered={isFiltered} />
      )}
    </>
  )
}

function NextMeeting() {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const isSignedIn = useSession() !== null
  const { data } = useQuery({ ...nextMeetingOptions(today()), enabled: isSignedIn })
  if (!isSignedIn) return t('publicSummary')
  if (!data) return <>&nbsp;</>
  const next = data.items[0]
  return next
    ? t('next', { date: format.weekday(next.starts_at), when: format.relativeDays(next.starts_at) })
    : t('noNext')
}

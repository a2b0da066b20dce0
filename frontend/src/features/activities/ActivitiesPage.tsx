import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { listActivitiesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { itemsOf, paged } from '@/api/page'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { useListSearch } from '@/lists/useListSearch'
import { Allowed } from '@/session/permission'
import { today } from '@/time/today'
import classes from './Activities.module.css'
import { ActivityFilters } from './ActivityFilters'
import { ActivityTimeline } from './ActivityTimeline'
import type { activitySearch } from './activitySearch'
import { SubscribeButton } from './SubscribeButton'
import { comingGroup, pastGroup } from './timeGroups'

export type ActivitySearch = z.output<typeof activitySearch>

/** What champions do together: what comes, the next first, and what was, the latest first. */
export function ActivitiesPage({ search }: { search: ActivitySearch }) {
  const { t } = useTranslation('activities')
  const { isFiltered } = useListSearch(search)
  const coming = useInfiniteQuery({
    ...listActivitiesInfiniteOptions({ query: { ...search, period: 'coming', sort: 'starts_on' } }),
    ...paged,
  })
  const past = useInfiniteQuery({
    ...listActivitiesInfiniteOptions({ query: { ...search, period: 'past', sort: '-starts_on' } }),
    ...paged,
  })
  const isEmpty = [coming, past].every((query) => query.isSuccess && itemsOf(query.data).length === 0)

  return (
    <>
      <PageHeader
        title={t('title')}
        summary={t('summary')}
        action={
          <>
            <SubscribeButton search={search} />
            <NoteAnActivity />
          </>
        }
      />
      <ActivityFilters search={search} />
      {isEmpty ? (
        <Card>
          <EmptyState
            title={t(isFiltered ? 'nothingFound' : 'empty')}
            action={!isFiltered && <NoteAnActivity />}
          >
            {t(isFiltered ? 'nothingFoundHelp' : 'emptyHelp')}
          </EmptyState>
        </Card>
      ) : (
        <div className={classes.sections}>
          <ActivityTimeline
            title={t('coming')}
            nothing={t(isFiltered ? 'nothingComingFound' : 'nothingComing')}
            query={coming}
            groupOf={(activity) => comingGroup(activity, today())}
          />
          <ActivityTimeline
            title={t('past')}
            nothing={t(isFiltered ? 'nothingPastFound' : 'nothingPast')}
            query={past}
            groupOf={pastGroup}
          />
        </div>
      )}
    </>
  )
}

function NoteAnActivity() {
  const { t } = useTranslation('activities')
  return (
    <Allowed permission="activities:write">
      <ButtonLink to="/activities/new" variant="filled">
        {t('note')}
      </ButtonLink>
    </Allowed>
  )
}

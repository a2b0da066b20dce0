import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listActivitiesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { ListActivitiesData } from '@/api/generated/types.gen'
import { itemsOf, paged } from '@/api/page'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { today } from '@/time/today'
import classes from './Activities.module.css'
import { ActivityTimeline } from './ActivityTimeline'
import { NoteAnActivity } from './NoteAnActivity'
import { comingGroup, pastGroup } from './timeGroups'

interface Props {
  filters: NonNullable<ListActivitiesData['query']>
  isFiltered: boolean
}

/** What comes, the next first, and what was, the latest first. */
export function ActivityList({ filters, isFiltered }: Props) {
  const { t } = useTranslation('activities')
  const coming = useInfiniteQuery({
    ...listActivitiesInfiniteOptions({ query: { ...filters, period: 'coming', sort: 'starts_on' } }),
    ...paged,
  })
  const past = useInfiniteQuery({
    ...listActivitiesInfiniteOptions({ query: { ...filters, period: 'past', sort: '-starts_on' } }),
    ...paged,
  })
  const isEmpty = [coming, past].every((query) => query.isSuccess && itemsOf(query.data).length === 0)

  if (isEmpty)
    return (
      <Card>
        <EmptyState
          title={t(isFiltered ? 'nothingFound' : 'empty')}
          action={!isFiltered && <NoteAnActivity />}
        >
          {t(isFiltered ? 'nothingFoundHelp' : 'emptyHelp')}
        </EmptyState>
      </Card>
    )
  return (
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
  )
}

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Page } from '@/api/page'
import { Card } from '@/components/Card'
import { PagedList } from '@/components/QueryState'
import { useFormat } from '@/i18n/useFormat'
import classes from './Activities.module.css'
import { ActivityGroup } from './ActivityGroup'
import type { ActivityInList } from './activityQuery'
import { groupBy, type TimeGroup } from './timeGroups'

interface Props {
  title: string
  /** In a line, when there is none. */
  nothing: string
  query: UseInfiniteQueryResult<InfiniteData<Page<ActivityInList>>, unknown>
  groupOf: (activity: ActivityInList) => TimeGroup
}

export function ActivityTimeline({ title, nothing, query, groupOf }: Props) {
  return (
    <Card title={title}>
      <PagedList query={query} empty={<p className={classes.nothing}>{nothing}</p>}>
        {(activities) =>
          groupBy(activities, groupOf).map(([group, items]) => (
            <Group key={group} group={group} activities={items} />
          ))
        }
      </PagedList>
    </Card>
  )
}

function Group({ group, activities }: { group: TimeGroup; activities: ActivityInList[] }) {
  return <ActivityGroup title={useGroupTitle(group)} activities={activities} />
}

function useGroupTitle(group: TimeGroup): string {
  const { t } = useTranslation('activities')
  const format = useFormat()
  if (group === 'now' || group === 'undated' || group === 'postponed' || group === 'unrecorded')
    return t(`group.${group}`)
  return group.length === 4 ? group : format.month(`${group}-01`)
}

import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/TextLink'
import type { ActivityInList } from '../activityQuery'
import { useActivityWords } from '../useActivityWords'
import classes from './MonthGrid.module.css'
import type { Segment } from './monthLayout'

/** An activity over the days of a week. In the weeks after its first it is there for the eye and the mouse only. */
export function ActivityBar({ segment }: { segment: Segment<ActivityInList> }) {
  const { t } = useTranslation('activities')
  const words = useActivityWords()
  const { item: activity, days, lane, isContinued, goesOn } = segment
  const isFirst = !isContinued
  const told = [activity.title, words.when(activity), t(`status.${activity.status}`)].join(', ')
  return (
    <TextLink
      className={classes.bar}
      style={{ '--days': days, '--lane': lane } as CSSProperties}
      data-status={activity.status}
      data-continued={isContinued || undefined}
      data-goes-on={goesOn || undefined}
      to="/activities/$activityId"
      params={{ activityId: activity.id }}
      title={told}
      {...(isFirst ? { 'aria-label': told } : { 'aria-hidden': true, tabIndex: -1 })}
    >
      <span className={classes.name} dir="auto">
        {activity.title}
      </span>
    </TextLink>
  )
}

import { useId } from 'react'
import { RowList } from '@/components/Row'
import classes from './Activities.module.css'
import { ActivityRow } from './ActivityRow'
import type { ActivityInList } from './activityQuery'

interface Props {
  /** A month, a day, or what else its activities have in common. */
  title: string
  activities: readonly ActivityInList[]
  /** In a line, where there is none. */
  nothing?: string
  /** Told as soon as it shows, to those who hear it: how many there are stands in the day they chose. */
  isTold?: boolean
}

/** Activities under a heading of their own. */
export function ActivityGroup({ title, activities, nothing, isTold = false }: Props) {
  const id = useId()
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h3 id={id} className={classes.period} {...(isTold && { 'aria-live': 'polite' })}>
        {title}
      </h3>
      {activities.length === 0 && <p className={classes.nothing}>{nothing}</p>}
      <RowList>
        {activities.map((activity) => (
          <ActivityRow key={activity.id} activity={activity} />
        ))}
      </RowList>
    </section>
  )
}

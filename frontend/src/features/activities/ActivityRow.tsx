import { DemonstrationMark } from '@/components/Mark'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { Cover } from '@/pictures/Cover'
import classes from './Activities.module.css'
import { ActivityStatusBadge } from './ActivityStatusBadge'
import type { ActivityInList } from './activityQuery'
import { OpenForPartners } from './OpenForPartners'
import { useActivityWords } from './useActivityWords'

export function ActivityRow({ activity }: { activity: ActivityInList }) {
  const words = useActivityWords()
  return (
    <Row
      look="matter"
      title={
        <TextLink look="title" to="/activities/$activityId" params={{ activityId: activity.id }}>
          {activity.title}
        </TextLink>
      }
      context={words.line(activity)}
      aside={
        <div className={classes.end}>
          <ActivityStatusBadge activity={activity} />
          {activity.cover && <Cover path={`/activities/${activity.id}/pictures`} picture={activity.cover} />}
        </div>
      }
    >
      <div className={classes.foot}>
        <ObjectiveChips numbers={activity.objectives.toSorted((one, other) => one - other)} />
        {activity.is_open_for_partners && !activity.is_over && <OpenForPartners />}
        {activity.is_demonstration && <DemonstrationMark />}
      </div>
      <p className={classes.who}>
        {words.kind(activity.kind)} · {words.who(activity)}
      </p>
    </Row>
  )
}

import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/TextLink'
import type { ActivityInList } from '../activityQuery'
import classes from './ActivityCalendar.module.css'

/** What goes on through the whole month, in a line above its days. */
export function AllMonth({ activities }: { activities: readonly ActivityInList[] }) {
  const { t } = useTranslation('activities')
  if (activities.length === 0) return null
  return (
    <div className={classes.allMonth}>
      <h3>{t('calendar.allMonth')}</h3>
      <ul>
        {activities.map(({ id, title }) => (
          <li key={id}>
            <TextLink to="/activities/$activityId" params={{ activityId: id }}>
              <bdi>{title}</bdi>
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import type { Day } from '@/calendar/calendarMonth'
import { useFormat } from '@/i18n/useFormat'
import { ActivityGroup } from '../ActivityGroup'
import type { ActivityInList } from '../activityQuery'

/** The days of a month on which something begins; before them what goes on already. */
export function MonthAgenda({ agenda }: { agenda: [day: Day | null, activities: ActivityInList[]][] }) {
  const { t } = useTranslation('activities')
  const format = useFormat()
  return agenda.map(([day, activities]) => (
    <ActivityGroup
      key={day ?? 'before'}
      title={day ? format.weekday(day) : t('calendar.begunBefore')}
      activities={activities}
    />
  ))
}

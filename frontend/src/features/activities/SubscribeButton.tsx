import { Button } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ActivityFilterValues } from './month/useMonthActivities'

/** The public activities that are filtered for, in the reader's own calendar. */
export function SubscribeButton({ filters: { q: _, ...filters } }: { filters: ActivityFilterValues }) {
  const { t } = useTranslation('activities')
  const query = new URLSearchParams()
  for (const [name, given] of Object.entries(filters))
    for (const value of [given].flat()) if (value !== undefined) query.append(name, String(value))
  const asked = query.size > 0 ? `?${query}` : ''
  return (
    <Button
      component="a"
      href={`webcal://${window.location.host}/calendars/activities.ics${asked}`}
      leftSection={<IconCalendarPlus size={16} stroke={1.75} aria-hidden />}
      data-print="hide"
    >
      {t('subscribe')}
    </Button>
  )
}

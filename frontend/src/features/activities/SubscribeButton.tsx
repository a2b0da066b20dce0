import { Button } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ActivitySearch } from './ActivitiesPage'

/** What calendar programs may filter by, too. */
const FILTERS = ['kind', 'objective', 'region', 'champion', 'process'] as const

/** The public activities that are filtered for, in the reader's own calendar. */
export function SubscribeButton({ search }: { search: ActivitySearch }) {
  const { t } = useTranslation('activities')
  const query = new URLSearchParams()
  for (const filter of FILTERS)
    for (const value of [search[filter] ?? []].flat()) query.append(filter, String(value))
  const filters = query.size > 0 ? `?${query}` : ''
  return (
    <Button
      component="a"
      href={`webcal://${window.location.host}/calendars/activities.ics${filters}`}
      leftSection={<IconCalendarPlus size={16} stroke={1.75} aria-hidden />}
      data-print="hide"
    >
      {t('subscribe')}
    </Button>
  )
}

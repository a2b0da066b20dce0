import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { type Day, isDayOf, isMonth, type Month, monthOf } from '@/calendar/calendarMonth'
import { MonthSteps } from '@/calendar/MonthSteps'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { LoadingSkeleton } from '@/components/LoadingSkeleton'
import { useFormat } from '@/i18n/useFormat'
import { today } from '@/time/today'
import { ActivityGroup } from '../ActivityGroup'
import classes from './ActivityCalendar.module.css'
import { AllMonth } from './AllMonth'
import { MonthAgenda } from './MonthAgenda'
import { agendaOf, isAllMonth, isOn } from './monthLayout'
import { type ActivityFilterValues, useMonthActivities } from './useMonthActivities'

/** Only where there is room for it: a phone on a poor line does without. */
const MonthGrid = lazy(() => import('./MonthGrid'))

interface Props {
  filters: ActivityFilterValues
  isFiltered: boolean
  month: string | undefined
  day: string | undefined
  onMove: (to: { month: Month | undefined; day: Day | undefined }) => void
}

/** A month of activities: on a desk as a grid of days, on a phone as a list of those on which there is something. */
export default function ActivityCalendar({ filters, isFiltered, month: asked, day: chosen, onMove }: Props) {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const isNarrow = useMediaQuery('(max-width: 47.5em)', false, { getInitialValueInEffect: false })
  const present = monthOf(today())
  const month = isMonth(asked) ? asked : present
  const day = isDayOf(month, chosen) ? chosen : undefined
  const { query, activities } = useMonthActivities(month, filters)
  const agenda = agendaOf(month, activities)
  const onMonth = (to: Month | undefined) => onMove({ month: to, day: undefined })

  return (
    <Card
      title={<span aria-live="polite">{format.month(`${month}-01`)}</span>}
      action={<MonthSteps month={month} present={present} onMonth={onMonth} />}
    >
      {query.isError && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <LoadingSkeleton />}
      {query.isSuccess && agenda.length === 0 && (
        <p className={classes.nothing}>{t(isFiltered ? 'calendar.nothingFound' : 'calendar.nothing')}</p>
      )}
      {query.isSuccess &&
        (isNarrow ? (
          <MonthAgenda agenda={agenda} />
        ) : (
          <Suspense fallback={<LoadingSkeleton rows={6} />}>
            <AllMonth activities={activities.filter((activity) => isAllMonth(activity, month))} />
            <MonthGrid
              month={month}
              day={day}
              activities={activities}
              onDay={(to) => onMove({ month, day: to })}
              onMonth={onMonth}
            />
            {day && (
              <ActivityGroup
                title={format.fullDate(day)}
                activities={activities.filter((activity) => isOn(activity, day))}
                nothing={t('calendar.nothingOnDay')}
                isTold
              />
            )}
          </Suspense>
        ))}
    </Card>
  )
}

import { GregorianCalendar, parseDate } from '@internationalized/date'
import { type CSSProperties, useState } from 'react'
import { I18nProvider } from 'react-aria/I18nProvider'
import { type AriaCalendarProps, type DateValue, useCalendar, useCalendarGrid } from 'react-aria/useCalendar'
import { useTranslation } from 'react-i18next'
import { useCalendarState } from 'react-stately/useCalendarState'
import { type Day, type Month, monthOf, weeksOf } from '@/calendar/calendarMonth'
import { useFormat } from '@/i18n/useFormat'
import type { ActivityInList } from '../activityQuery'
import { ActivityBar } from './ActivityBar'
import { MonthDay } from './MonthDay'
import classes from './MonthGrid.module.css'
import { isAllMonth, isOn, weekLayout } from './monthLayout'

/** More activities of a day are said in figures. */
const LANES = 3

interface Props {
  month: Month
  day: Day | undefined
  activities: readonly ActivityInList[]
  onDay: (day: Day) => void
  onMonth: (month: Month) => void
}

/** The month as the ARIA grid pattern has it: arrow keys go from day to day and over its edges, Enter chooses one. */
export default function MonthGrid(props: Props) {
  return (
    <I18nProvider locale={useFormat().locale}>
      <Grid {...props} />
    </I18nProvider>
  )
}

function Grid({ month, day, activities, onDay, onMonth }: Props) {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const [visited, setVisited] = useState<Day>(day ?? `${month}-01`)
  const options: AriaCalendarProps<DateValue> = {
    'aria-label': t('calendar.of', { month: format.month(`${month}-01`) }),
    value: day ? parseDate(day) : null,
    onChange: (date) => date && onDay(date.toString()),
    focusedValue: parseDate(monthOf(visited) === month ? visited : `${month}-01`),
    onFocusChange: (date) => {
      setVisited(date.toString())
      if (monthOf(date.toString()) !== month) onMonth(monthOf(date.toString()))
    },
  }
  const state = useCalendarState({
    ...options,
    locale: format.locale,
    createCalendar: () => new GregorianCalendar(),
  })
  const { calendarProps } = useCalendar(options, state)
  const { gridProps, headerProps } = useCalendarGrid({}, state)
  const weeks = weeksOf(month, format.locale)
  const bars = activities.filter((activity) => !isAllMonth(activity, month))
  return (
    <div {...calendarProps} className={classes.frame}>
      <table {...gridProps} className={classes.month}>
        <thead {...headerProps}>
          <tr>
            {weeks[0]?.map((weekday) => (
              <th key={weekday}>{format.weekdayShort(weekday)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => {
            const { segments, more } = weekLayout(week, bars, LANES)
            const lanes = 1 + Math.max(0, ...segments.map(({ lane }) => lane))
            return (
              <tr key={week[0]} style={{ '--lanes': lanes } as CSSProperties}>
                {week.map((each, column) => (
                  <MonthDay
                    key={each}
                    day={each}
                    state={state}
                    isOutside={monthOf(each) !== month}
                    count={activities.filter((activity) => isOn(activity, each)).length}
                    more={more[column] ?? 0}
                  >
                    {segments
                      .filter((segment) => segment.column === column)
                      .map((segment) => (
                        <ActivityBar key={segment.item.id} segment={segment} />
                      ))}
                  </MonthDay>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

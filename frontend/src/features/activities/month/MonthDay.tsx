import { parseDate } from '@internationalized/date'
import { type ReactNode, useRef } from 'react'
import { useCalendarCell } from 'react-aria/useCalendar'
import { useTranslation } from 'react-i18next'
import type { CalendarState } from 'react-stately/useCalendarState'
import type { Day } from '@/calendar/calendarMonth'
import { today } from '@/time/today'
import classes from './MonthGrid.module.css'

interface Props {
  day: Day
  state: CalendarState
  isOutside: boolean
  count: number
  /** So many of them have no line here. */
  more: number
  /** The bars that begin here. */
  children: ReactNode
}

export function MonthDay({ day, state, isOutside, count, more, children }: Props) {
  const { t } = useTranslation('activities')
  const ref = useRef<HTMLDivElement>(null)
  const { cellProps, buttonProps } = useCalendarCell({ date: parseDate(day) }, state, ref)
  const button = {
    ...buttonProps,
    'aria-label': `${buttonProps['aria-label']}, ${t('calendar.count', { count })}`,
  }
  return (
    <td {...cellProps} data-outside={isOutside || undefined}>
      <div {...button} ref={ref} className={classes.day}>
        <span className={classes.number} data-today={day === today() || undefined}>
          {Number(day.slice(8))}
        </span>
        {more > 0 && <span className={classes.more}>{t('calendar.more', { count: more })}</span>}
      </div>
      {children}
    </td>
  )
}

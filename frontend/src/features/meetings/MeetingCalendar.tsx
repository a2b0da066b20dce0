import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listMeetingsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { dayBeside, isMonth, type Month, monthOf, weeksOf } from '@/calendar/calendarMonth'
import { MonthSteps } from '@/calendar/MonthSteps'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { readerZone } from '@/i18n/format'
import { useFormat } from '@/i18n/useFormat'
import { localOf } from '@/i18n/zonedTime'
import { useSession } from '@/session/useSession'
import classes from './MeetingCalendar.module.css'
import { MeetingRow } from './MeetingRow'
import type { MeetingFilters } from './MeetingsPage'
import type { MeetingInList } from './meetingQuery'

interface Props {
  filters: MeetingFilters
  month: Month | undefined
  onMonth: (month: Month | undefined) => void
}

/** A month as a table of weeks, its meetings as links: the table is read and walked through as any other. */
export default function MeetingCalendar({ filters, month: chosen, onMonth }: Props) {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const zone = useSession()?.person.time_zone ?? readerZone()
  const today = localOf(new Date().toISOString(), zone).slice(0, 10)
  const month = isMonth(chosen) ? chosen : monthOf(today)
  const weeks = weeksOf(month, format.locale)
  const days = weeks.flat()
  const query = useQuery({
    ...listMeetingsOptions({
      query: {
        ...filters,
        from: dayBeside(days[0] ?? today, -1),
        until: dayBeside(days.at(-1) ?? today, 1),
        sort: 'starts_at',
        limit: 100,
      },
    }),
    placeholderData: keepPreviousData,
  })
  const meetings = query.data?.items ?? []
  const dated = meetings.filter((meeting) => meeting.date_precision === 'day')
  const dayOf = (meeting: MeetingInList) => localOf(meeting.starts_at, zone).slice(0, 10)
  const inMonth = dated.filter((meeting) => monthOf(dayOf(meeting)) === month)
  const undated = meetings.filter(
    (meeting) => meeting.date_precision === 'month' && monthOf(meeting.starts_at) === month,
  )
  const name = format.month(`${month}-01`)

  return (
    <Card
      title={<span aria-live="polite">{name}</span>}
      action={<MonthSteps month={month} present={monthOf(today)} onMonth={onMonth} />}
    >
      {query.isError && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
      <table className={classes.month} aria-label={t('calendar.of', { month: name })}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col">
                {format.weekdayShort(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} data-outside={monthOf(day) !== month || undefined}>
                  <time
                    dateTime={day}
                    className={classes.day}
                    aria-current={day === today ? 'date' : undefined}
                  >
                    {Number(day.slice(8))}
                  </time>
                  {dated
                    .filter((meeting) => dayOf(meeting) === day)
                    .map((meeting) => (
                      <TextLink
                        key={meeting.id}
                        className={classes.meeting}
                        data-quiet={
                          meeting.status === 'cancelled' || meeting.status === 'postponed' || undefined
                        }
                        to="/meetings/$meetingId"
                        params={{ meetingId: meeting.id }}
                      >
                        <span className={classes.time}>{format.time(meeting.starts_at)}</span>{' '}
                        <span className={classes.name}>{meeting.title}</span>
                      </TextLink>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {undated.length > 0 && <p className={classes.note}>{t('calendar.dayUnknown')}</p>}
      {query.isSuccess && inMonth.length + undated.length === 0 && (
        <p className={classes.note}>{t('calendar.empty')}</p>
      )}
      <div className={undated.length > 0 ? undefined : classes.below}>
        <RowList label={t('calendar.of', { month: name })}>
          {[...inMonth, ...undated].map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} />
          ))}
        </RowList>
      </div>
    </Card>
  )
}

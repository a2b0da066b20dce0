import { localOf } from '@/i18n/zonedTime'
import { latestInstantOf } from './localInstant'

/** What is due by a day, or by an hour of it where that is known: "2027-02-28" and "23:59", or "". */
export interface DayAndHour {
  day: string
  hour: string
}

/** Whether the clocks of `zone` show that hour on that day at all. */
export const isShown = ({ day, hour }: DayAndHour, zone: string): boolean =>
  !hour || latestInstantOf(`${day}T${hour}`, zone) !== null

export function dayAndHourOf(at: string | null, on: string | null, zone: string): DayAndHour {
  const [day = '', hour = ''] = at ? localOf(at, zone).split('T') : [on ?? '']
  return { day, hour }
}

/** The instant where an hour is known, else nothing: then the day counts. */
export const instantMeant = ({ day, hour }: DayAndHour, zone: string): string | null =>
  hour ? latestInstantOf(`${day}T${hour}`, zone) : null

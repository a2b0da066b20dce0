import type { Day, Month } from '@/calendar/calendarMonth'
import { monthOf } from '@/calendar/calendarMonth'
import type { ActivityInList } from '../activityQuery'

interface Spanning {
  id: string
  status: ActivityInList['status']
  starts_on: string | null
  ends_on: string | null
}

/** What one week shows of an activity: from which of its seven days on, for how many, and in which line. */
export interface Segment<T> {
  item: T
  column: number
  days: number
  lane: number
  /** It began in an earlier week. */
  isContinued: boolean
  /** It goes on in the next. */
  goesOn: boolean
}

export interface WeekLayout<T> {
  segments: Segment<T>[]
  /** On each of the seven days, how many have no line. */
  more: number[]
}

const firstOf = ({ starts_on }: Spanning): Day => starts_on ?? ''
const lastOf = ({ starts_on, ends_on }: Spanning): Day => ends_on ?? starts_on ?? ''

export const isOn = (item: Spanning, day: Day): boolean => firstOf(item) <= day && day <= lastOf(item)

/** It neither begins nor ends in `month`: a line through every week of it would say nothing. */
export const isAllMonth = (item: Spanning, month: Month): boolean =>
  monthOf(firstOf(item)) < month && monthOf(lastOf(item)) > month

/** Lays `items` into the lines of a week: what takes place before what is called off, then by its days; nothing over another. */
export function weekLayout<T extends Spanning>(
  week: readonly Day[],
  items: readonly T[],
  lanes: number,
): WeekLayout<T> {
  const more = week.map(() => 0)
  const segments: Segment<T>[] = []
  const busyUntil: number[] = []
  for (const item of items.toSorted((one, other) => byStanding(one, other) || byDays(one, other))) {
    const columns = week.flatMap((day, column) => (isOn(item, day) ? [column] : []))
    const [column] = columns
    if (column === undefined) continue
    const free = busyUntil.findIndex((until) => until < column)
    const lane = free === -1 ? busyUntil.length : free
    busyUntil[lane] = column + columns.length - 1
    if (lane >= lanes) {
      for (const hidden of columns) more[hidden] = (more[hidden] ?? 0) + 1
      continue
    }
    const isContinued = firstOf(item) < (week[0] ?? '')
    const goesOn = lastOf(item) > (week.at(-1) ?? '')
    segments.push({ item, column, days: columns.length, lane, isContinued, goesOn })
  }
  return { segments, more }
}

const isCalledOff = ({ status }: Spanning) => status === 'postponed' || status === 'cancelled'

const byStanding = (one: Spanning, other: Spanning): number =>
  Number(isCalledOff(one)) - Number(isCalledOff(other))

/** What begins first, and of that what lasts longest. */
const byDays = (one: Spanning, other: Spanning): number =>
  firstOf(one).localeCompare(firstOf(other)) ||
  lastOf(other).localeCompare(lastOf(one)) ||
  one.id.localeCompare(other.id)

/** What a month holds, day by day; what had begun before, under no day, comes last. */
export function agendaOf<T extends Spanning>(
  month: Month,
  items: readonly T[],
): [day: Day | null, items: T[]][] {
  const days = new Map<Day | null, T[]>()
  for (const item of items.toSorted(byDays)) {
    if (monthOf(firstOf(item)) > month || monthOf(lastOf(item)) < month) continue
    const day = monthOf(firstOf(item)) < month ? null : firstOf(item)
    days.set(day, [...(days.get(day) ?? []), item])
  }
  return [...days].sort(([one], [other]) => Number(one === null) - Number(other === null))
}

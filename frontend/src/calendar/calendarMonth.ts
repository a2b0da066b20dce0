import { parseDate, startOfWeek } from '@internationalized/date'

/** "2026-12" */
export type Month = string

/** "2026-12-24" */
export type Day = string

export const isMonth = (text: string | undefined): text is Month =>
  text !== undefined && /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(text)

/** Whether `text`, of an address that anybody may have typed, is a day of `month`. */
export const isDayOf = (month: Month, text: string | undefined): text is Day =>
  text !== undefined && daysOf(month).includes(text)

const daysOf = (month: Month): Day[] => {
  const first = parseDate(`${month}-01`)
  return Array.from({ length: first.calendar.getDaysInMonth(first) }, (_, day) =>
    first.add({ days: day }).toString(),
  )
}

export const monthOf = (day: Day): Month => day.slice(0, 7)

export const dayBeside = (day: Day, by: number): Day => parseDate(day).add({ days: by }).toString()

export const moved = (month: Month, by: number): Month =>
  monthOf(parseDate(`${month}-01`).add({ months: by }).toString())

/** The days of the weeks that touch `month`, each week seven days that begin as weeks do in `locale`. */
export function weeksOf(month: Month, locale: string): Day[][] {
  const first = startOfWeek(parseDate(`${month}-01`), locale)
  const weeks: Day[][] = []
  for (let week = first; monthOf(week.toString()) <= month; week = week.add({ weeks: 1 }))
    weeks.push(Array.from({ length: 7 }, (_, day) => week.add({ days: day }).toString()))
  return weeks
}

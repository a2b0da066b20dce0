const TERM = 6

function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10)
}

/** The day six calendar months after `day` ("2026-08-31" → "2027-02-28"), as the API reckons a term. */
export const sixMonthsAfter = (day: string): string => monthsAfter(day, TERM)

/** How many whole calendar months lie between two days; null where they are not whole. */
export function calendarMonths(from: string, until: string): number | null {
  const [one, other] = [new Date(from), new Date(until)]
  const months =
    (other.getUTCFullYear() - one.getUTCFullYear()) * 12 + other.getUTCMonth() - one.getUTCMonth()
  return months > 0 && monthsAfter(from, months) === until ? months : null
}

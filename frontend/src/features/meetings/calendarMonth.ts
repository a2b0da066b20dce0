const DAY = 86_400_000

/** "2026-12" */
export type Month = string

export const monthOf = (day: string): Month => day.slice(0, 7)

export function moved(month: Month, by: number): Month {
  const date = new Date(`${month}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + by)
  return date.toISOString().slice(0, 7)
}

/** The days of the weeks that touch `month`, each week an array of seven days from `firstWeekday` (0: Sunday, 1: Monday). */
export function weeksOf(month: Month, firstWeekday = 1): string[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`)
  const start = first - ((new Date(first).getUTCDay() - firstWeekday + 7) % 7) * DAY
  const end = Date.parse(`${moved(month, 1)}-01T00:00:00Z`)
  const weeks = Math.ceil((end - start) / (7 * DAY))
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) =>
      new Date(start + (week * 7 + day) * DAY).toISOString().slice(0, 10),
    ),
  )
}

/** The day six calendar months after `day` ("2026-08-31" → "2027-02-28"), as the API reckons a term. */
export function sixMonthsAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + 6, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + 6, Math.min(date, lastOfMonth))).toISOString().slice(0, 10)
}

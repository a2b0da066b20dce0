/** First day of the calendar half-years from the one after `today`: "2027-01-01", "2027-07-01", … */
export function semestersAfter(today: Date, count: number): string[] {
  const current = today.getUTCFullYear() * 2 + (today.getUTCMonth() >= 6 ? 1 : 0)
  return Array.from({ length: count }, (_, place) => {
    const half = current + 1 + place
    return `${Math.floor(half / 2)}-${half % 2 ? '07' : '01'}-01`
  })
}

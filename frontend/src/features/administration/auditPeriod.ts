const DAY = 86_400_000

/** Days of the reader's own calendar as the instants that the trail is asked with; the last day counts in full. */
export function auditPeriod({ from, until }: { from?: string | undefined; until?: string | undefined }) {
  const midnight = (day: string, later = 0) => new Date(Date.parse(`${day}T00:00:00`) + later).toISOString()
  return {
    ...(from && { from: midnight(from) }),
    ...(until && { until: midnight(until, DAY) }),
  }
}

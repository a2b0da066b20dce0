/** How far the clocks of `zone` are ahead of UTC at `instant`, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  return (
    Date.parse(`${localOf(new Date(instant).toISOString(), zone)}Z`) - Math.floor(instant / 60_000) * 60_000
  )
}

/** "2026-12-10T09:00", what the clocks of `zone` show at an instant. */
export function localOf(instant: string, zone: string): string {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant))
  return shown.replace(' ', 'T')
}

/** The instant at which the clocks of `zone` show `local` ("2026-12-10T09:00"). A time that is skipped in spring is read as an hour later. */
export function instantOf(local: string, zone: string): string {
  const asUtc = Date.parse(`${local}Z`)
  const guess = asUtc - offsetAt(asUtc, zone)
  const instant = asUtc - offsetAt(guess, zone)
  return new Date(instant).toISOString()
}

/** Every zone that this device knows; `UTC` first. */
export function zones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
}

/** "Porto-Novo" of "Africa/Porto-Novo": the city that a zone is named after. */
export const cityOf = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone

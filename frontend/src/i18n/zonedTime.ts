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

/** Every zone that this device knows; `UTC` first. */
export function zones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
}

/** "Porto-Novo" of "Africa/Porto-Novo": the city that a zone is named after. */
export const cityOf = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone

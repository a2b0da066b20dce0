import type { Choice } from '@/forms/choiceFields'

/** The zones that this browser knows, with the one on record, as a form offers them: "Africa/Casablanca". */
export function timeZoneChoices(current: string): Choice[] {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), current])
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
}

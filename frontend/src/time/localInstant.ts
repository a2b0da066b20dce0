import { localOf } from '@/i18n/zonedTime'

/** One of the two instants at which clocks show a local time on the night when they go back. */
export interface Reading {
  /** The local time with its offset, "2026-10-25T02:30+02:00": the value of a field in which this reading was chosen. */
  value: string
  instant: string
  /** "+02:00" */
  offset: string
}

/** What a local time is on the clocks of a zone. */
export type LocalInstant =
  | { kind: 'once'; instant: string }
  /** Clocks go back that night, and nobody said yet which of the two is meant. */
  | { kind: 'twice'; readings: [earlier: Reading, later: Reading] }
  /** Clocks go forward that night and never show it: the same time before the change, and after it. */
  | { kind: 'skipped'; before: string; after: string }
  | { kind: 'unknown zone' }
  | { kind: 'incomplete' }

const DAY = 86_400_000
const LOCAL = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})([+-]\d{2}:\d{2})?$/

/** "2026-10-25T02:30" of a field's value, whose offset says which of two readings is meant. */
export const clockTimeOf = (value: string): string => LOCAL.exec(value)?.[1] ?? value

/** Reads the value of a field for a local time, on the clocks of `zone`. */
export function readLocal(value: string | null | undefined, zone: string): LocalInstant {
  const [, local, said] = LOCAL.exec(value ?? '') ?? []
  const asUtc = Date.parse(`${local}Z`)
  if (!local || Number.isNaN(asUtc)) return { kind: 'incomplete' }
  if (!isKnown(zone)) return { kind: 'unknown zone' }
  const [before, after] = [offsetAt(asUtc - DAY, zone), offsetAt(asUtc + DAY, zone)]
  const readings = [...new Set([before, after])]
    .map((offset) => readingOf(local, asUtc, offset))
    .filter(({ instant }) => localOf(instant, zone) === local)
  const [earlier, later] = readings
  if (!earlier) {
    return { kind: 'skipped', before: shown(asUtc - after, zone), after: shown(asUtc - before, zone) }
  }
  if (!later) return { kind: 'once', instant: earlier.instant }
  const meant = readings.find(({ offset }) => offset === said)
  return meant ? { kind: 'once', instant: meant.instant } : { kind: 'twice', readings: [earlier, later] }
}

/**
 * The instant that a field's value means in `zone`, to be sent. Forms check first that there is one (`checkLocalTimes`):
 * no time is moved by an hour behind anybody's back.
 */
export function instantOf(value: string, zone: string): string {
  const read = readLocal(value, zone)
  if (read.kind !== 'once') throw new RangeError(`${value} in ${zone}: ${read.kind}`)
  return read.instant
}

/** The instant of a local time: the later of two, which leaves more time; none where clocks never show it. */
export function latestInstantOf(local: string, zone: string): string | null {
  const read = readLocal(local, zone)
  if (read.kind === 'twice') return read.readings[1].instant
  return read.kind === 'once' ? read.instant : null
}

/** The value of a field that shows `instant` on the clocks of `zone`, with its offset where clocks show the time twice. */
export function fieldValueOf(instant: string, zone: string): string {
  const local = localOf(instant, zone)
  const read = readLocal(local, zone)
  if (read.kind !== 'twice') return local
  return read.readings.find((reading) => Date.parse(reading.instant) === minuteOf(instant))?.value ?? local
}

const minuteOf = (instant: string): number => Math.floor(Date.parse(instant) / 60_000) * 60_000

const shown = (instant: number, zone: string): string => localOf(new Date(instant).toISOString(), zone)

/** How far the clocks of `zone` are ahead of UTC at `instant`, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  return Date.parse(`${shown(instant, zone)}Z`) - Math.floor(instant / 60_000) * 60_000
}

function readingOf(local: string, asUtc: number, milliseconds: number): Reading {
  const minutes = Math.abs(milliseconds) / 60_000
  const two = (value: number) => String(value).padStart(2, '0')
  const offset = `${milliseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return { value: local + offset, instant: new Date(asUtc - milliseconds).toISOString(), offset }
}

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/**
 * A visit lasts while one comes back within half an hour. What was new when it began stays so until it ends, across
 * reloads and tabs; the next visit begins with what happened since.
 */
export interface Visit {
  person: string
  /** When the person was here before; null: never. */
  since: string | null
  /** When this browser last saw them, in milliseconds. */
  lastAt: number
  /** Whether the server knows that this visit's news were shown. */
  isTold: boolean
}

const ENDS_AFTER = 30 * 60_000

/** The visit that goes on, or a new one since `lastSeenAt`. */
export function visitAt(now: number, person: string, lastSeenAt: string | null, known: Visit | null): Visit {
  const goesOn = known?.person === person && now >= known.lastAt && now - known.lastAt < ENDS_AFTER
  return goesOn ? { ...known, lastAt: now } : { person, since: lastSeenAt, lastAt: now, isTold: false }
}

import type { MinutesVersionBody } from '@/api/generated/types.gen'

const PAUSE_MS = 15 * 60_000

/** What one person wrote without a long pause: the last version of it, and how many times it was saved. */
export interface Run {
  last: MinutesVersionBody
  saves: number
}

/** `versions`, the latest first, gathered: what is saved as one types is not told keystroke by keystroke. */
export function runsOf(versions: readonly MinutesVersionBody[]): Run[] {
  const runs: Run[] = []
  let before: MinutesVersionBody | undefined
  for (const version of versions) {
    const run = runs.at(-1)
    if (run && before && isOneGo(before, version)) run.saves += 1
    else runs.push({ last: version, saves: 1 })
    before = version
  }
  return runs
}

function isOneGo(later: MinutesVersionBody, earlier: MinutesVersionBody): boolean {
  return (
    later.origin === 'written' &&
    earlier.origin === 'written' &&
    later.saved_by === earlier.saved_by &&
    Date.parse(later.saved_at) - Date.parse(earlier.saved_at) < PAUSE_MS
  )
}

import type { Term } from './termQuery'

/** A term, the days between two terms, or what comes after the last and has no end. */
export interface Stretch {
  from: string
  /** Null where nobody follows. */
  until: string | null
  days: number
  /** How long it is drawn. */
  weight: number
  term: Term | null
}

const LONGEST_DRAWN_GAP = 100

/** Terms and gaps from the first to the last, without a hole, and what is open after it: the API lists the latest first. */
export function stretchesOf(terms: readonly Term[]): Stretch[] {
  const [last] = terms
  if (!last) return []
  const open: Stretch = { from: last.ends_on, until: null, days: 0, weight: LONGEST_DRAWN_GAP, term: null }
  return [...servedAndGaps(terms), open]
}

function servedAndGaps(terms: readonly Term[]): Stretch[] {
  return [...terms].reverse().flatMap((term, index) => {
    const days = term.days_elapsed + term.days_left
    const served: Stretch = { from: term.starts_on, until: term.ends_on, days, weight: days, term }
    const gap = index > 0 ? term.gap_before : null
    if (!gap) return [served]
    const weight = Math.min(gap.days, LONGEST_DRAWN_GAP)
    return [{ from: gap.starts_on, until: gap.ends_on, days: gap.days, weight, term: null }, served]
  })
}

import type { Term } from './termQuery'

/** A term, or the days between two terms. */
export interface Stretch {
  from: string
  until: string
  days: number
  /** How long it is drawn. */
  weight: number
  term: Term | null
}

const LONGEST_DRAWN_GAP = 100

/** Terms and gaps from the first to the last, without a hole: what the API lists the latest first. */
export function stretchesOf(terms: readonly Term[]): Stretch[] {
  return [...terms].reverse().flatMap((term, index) => {
    const days = term.days_elapsed + term.days_left
    const served: Stretch = { from: term.starts_on, until: term.ends_on, days, weight: days, term }
    const gap = index > 0 ? term.gap_before : null
    if (!gap) return [served]
    const weight = Math.min(gap.days, LONGEST_DRAWN_GAP)
    return [{ from: gap.starts_on, until: gap.ends_on, days: gap.days, weight, term: null }, served]
  })
}

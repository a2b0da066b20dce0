const DAY = 86_400_000

export interface Quarter {
  year: number
  quarter: 1 | 2 | 3 | 4
  /** First day, as milliseconds. */
  start: number
}

/** From the first moment of the first quarter to the last of the last. */
export interface Scale {
  start: number
  end: number
  quarters: Quarter[]
}

interface Dated {
  starts_on: string | null
  due_on: string | null
  title: string
}

export interface Bar<T> {
  item: T
  /** Where the words begin, as a share of the whole width: before the bar where they would run over the edge. */
  start: number
  /** The bar within what it occupies with its words, as shares of that. */
  barStart: number
  barWidth: number
  /** With the words, which may be longer than the bar, as a share of the whole width. */
  occupied: number
  row: number
}

const quarterOf = (moment: number): Quarter => {
  const date = new Date(moment)
  const index = Math.floor(date.getUTCMonth() / 3)
  return {
    year: date.getUTCFullYear(),
    quarter: (index + 1) as Quarter['quarter'],
    start: Date.UTC(date.getUTCFullYear(), index * 3),
  }
}

const nextQuarter = (quarter: Quarter): Quarter => quarterOf(Date.UTC(quarter.year, quarter.quarter * 3))

const first = (item: Dated) => Date.parse(item.starts_on ?? item.due_on ?? '')
/** The end of the last day. An item without one goes on to the end of what is shown. */
const last = (item: Dated) => (item.due_on ? Date.parse(item.due_on) + DAY : undefined)

export const isDated = (item: Dated): boolean => item.starts_on !== null || item.due_on !== null

/** Whole quarters around all items and `today`, where that matters. */
export function scaleOf(items: readonly Dated[], today: string | null): Scale {
  const moments = [
    ...(today ? [Date.parse(today)] : []),
    ...items.filter(isDated).flatMap((item) => [first(item), (last(item) ?? first(item)) - DAY]),
  ]
  if (moments.length === 0) moments.push(Date.now())
  const until = Math.max(...moments)
  const quarters = [quarterOf(Math.min(...moments))]
  let following = nextQuarter(quarters[0] as Quarter)
  while (following.start <= until) {
    quarters.push(following)
    following = nextQuarter(following)
  }
  return { start: (quarters[0] as Quarter).start, end: following.start, quarters }
}

/** First and last day shown, as the API asks for them. */
export const periodOf = ({ start, end }: Scale): { from: string; until: string } => ({
  from: dayOf(start),
  until: dayOf(end - DAY),
})

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

/** Where a moment lies, from 0 to 1. */
export const placeOf = (moment: number, { start, end }: Scale): number => (moment - start) / (end - start)

/** Bars in as few rows as hold them without overlap; `labelShare` is the width of an item's words. */
export function layOut<T extends Dated>(
  items: readonly T[],
  scale: Scale,
  labelShare: (item: T) => number,
): { bars: Bar<T>[]; rows: number } {
  const endOfRow: number[] = []
  const bars = items
    .filter(isDated)
    .sort((one, other) => first(one) - first(other))
    .map((item) => {
      const begins = Math.max(placeOf(first(item), scale), 0)
      const ends = Math.min(placeOf(last(item) ?? scale.end, scale), 1)
      const words = Math.min(labelShare(item), 1)
      const start = Math.min(begins, 1 - words)
      const occupied = Math.max(ends, start + words) - start
      const free = endOfRow.findIndex((end) => end <= start)
      const row = free === -1 ? endOfRow.length : free
      endOfRow[row] = start + occupied
      return {
        item,
        start,
        barStart: (begins - start) / occupied,
        barWidth: (ends - begins) / occupied,
        occupied,
        row,
      }
    })
  return { bars, rows: Math.max(endOfRow.length, 1) }
}

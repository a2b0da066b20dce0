import type { ActivityInList } from './activityQuery'

/** `now`, `2027-02` or `2023`, `undated`, `postponed`, `unrecorded`. */
export type TimeGroup = string

type Dated = Pick<ActivityInList, 'status' | 'starts_on'>

/** What comes, by month; what goes on already comes first, what has no day last. */
export function comingGroup({ status, starts_on }: Dated, today: string): TimeGroup {
  if (status === 'postponed') return 'postponed'
  if (!starts_on) return 'undated'
  return starts_on <= today ? 'now' : starts_on.slice(0, 7)
}

/** What was, by year. */
export const pastGroup = ({ starts_on }: Dated): TimeGroup => starts_on?.slice(0, 4) ?? 'unrecorded'

const RANKS: Record<TimeGroup, number> = { now: -1, undated: 1, postponed: 2, unrecorded: 1 }
const rank = (group: TimeGroup): number => RANKS[group] ?? 0

/** The items by group: groups in the order in which they first appear, but for those with a place of their own. */
export function groupBy<T>(items: readonly T[], groupOf: (item: T) => TimeGroup): [TimeGroup, T[]][] {
  const groups = new Map<TimeGroup, T[]>()
  for (const item of items) {
    const group = groupOf(item)
    groups.set(group, [...(groups.get(group) ?? []), item])
  }
  return [...groups].sort(([one], [other]) => rank(one) - rank(other))
}

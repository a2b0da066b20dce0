import { useMemo } from 'react'
import type { AreaProgress, WorkplanItemSummary, WorkplanSummary } from '@/api/generated/types.gen'
import type { Area } from '../search'
import { useAreas } from '../useAreas'

/** A line of the table: the heading of an area, or one of its items. */
export type Line =
  | { key: string; name: string; progress: AreaProgress | undefined; item?: undefined }
  | { key: string; item: WorkplanItemSummary }

/** The items below the heading of their area; an area without items has no line. */
export function useLines(
  plan: WorkplanSummary,
  items: readonly WorkplanItemSummary[],
  areas: readonly Area[],
): Line[] {
  const named = useAreas()
  return useMemo(
    () =>
      named
        .filter(({ key }) => areas.includes(key))
        .flatMap(({ key, name }) => {
          const within = items.filter((item) => item.scope_of_work === key)
          const progress = plan.progress.by_area.find((area) => area.scope_of_work === key)
          const head: Line = { key, name, progress }
          return within.length > 0 ? [head, ...within.map((item): Line => ({ key: item.id, item }))] : []
        }),
    [named, areas, items, plan],
  )
}

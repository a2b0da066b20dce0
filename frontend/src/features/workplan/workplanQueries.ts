import { infiniteQueryOptions } from '@tanstack/react-query'
import {
  getWorkplanItemQueryKey,
  getWorkplanQueryKey,
  listWorkplanItemsInfiniteOptions,
  listWorkplanItemUpdatesInfiniteOptions,
  listWorkplansOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import { getWorkplan, getWorkplanItem } from '@/api/generated/sdk.gen'
import type { ListWorkplanItemsData, WorkplanSummary } from '@/api/generated/types.gen'
import { paged } from '@/api/page'
import { recordQuery } from '@/api/record'

export const workplanQuery = (id: string) =>
  recordQuery(getWorkplanQueryKey({ path: { workplan_id: id } }), (signal) =>
    getWorkplan({ path: { workplan_id: id }, signal }),
  )

export const itemQuery = (id: string) =>
  recordQuery(getWorkplanItemQueryKey({ path: { item_id: id } }), (signal) =>
    getWorkplanItem({ path: { item_id: id }, signal }),
  )

export const plansQuery = () => listWorkplansOptions({ query: { limit: 100 } })

/** A light plan has a few dozen items: one page of the largest size holds even a heavy one. */
export const itemsQuery = (query: NonNullable<ListWorkplanItemsData['query']>) =>
  infiniteQueryOptions({ ...listWorkplanItemsInfiniteOptions({ query: { ...query, limit: 500 } }), ...paged })

export const updatesQuery = (itemId: string) =>
  infiniteQueryOptions({
    ...listWorkplanItemUpdatesInfiniteOptions({ path: { item_id: itemId } }),
    ...paged,
    initialPageParam: { path: { item_id: itemId } },
  })

/** The plan to open: the one asked for, else the adopted one of today, else the newest adopted, else the newest. */
export function planToOpen(
  plans: readonly WorkplanSummary[],
  asked: string | undefined,
  today: string,
): WorkplanSummary | undefined {
  const adopted = plans.filter((plan) => plan.status === 'adopted')
  return (
    plans.find((plan) => plan.id === asked) ??
    adopted.find((plan) => plan.starts_on <= today && today <= plan.ends_on) ??
    adopted[0] ??
    plans[0]
  )
}

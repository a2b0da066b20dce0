import * as z from 'zod/mini'
import { flag, listSearch, numbers, oneOf, someOf, word } from '@/lists/listSearch'

export const AREAS = ['information_sharing', 'dialogue', 'leveraging_processes', 'capacity_building'] as const
export const STATUSES = ['not_started', 'on_track', 'at_risk', 'delayed', 'done', 'dropped'] as const
export const VIEWS = ['timeline', 'board', 'table'] as const
const SORTS = ['due_on', '-due_on', 'title', '-title', 'updated_at', '-updated_at'] as const

export type Area = (typeof AREAS)[number]
export type ItemStatus = (typeof STATUSES)[number]
export type View = (typeof VIEWS)[number]
export type ItemSort = (typeof SORTS)[number]

/** The workplan's screen is its URL: which plan, how it is looked at, and which of its items. */
export const workplanSearch = listSearch({
  workplan: word,
  view: oneOf(VIEWS),
  scope_of_work: someOf(AREAS),
  status: someOf(STATUSES),
  champion: word,
  objective: numbers,
  is_overdue: flag,
  sort: oneOf(SORTS),
})

/** Where a new item goes, and the process that it is for. */
export const newItemSearch = z.object({ workplan: word, scope_of_work: oneOf(AREAS), process: word })

/** Which plan is summed up; the one in force where none is named. */
export const summarySearch = z.object({ workplan: word })

/** Which review is looked at; the latest where none is named. */
export const reviewSearch = z.object({ review: word })

export type WorkplanSearch = z.infer<typeof workplanSearch>

/** The part of the search that chooses items, as the API takes it. */
export function filtersOf({ q, scope_of_work, status, champion, objective, is_overdue }: WorkplanSearch) {
  const chosen = { q, scope_of_work, status, champion, objective, is_overdue }
  return Object.fromEntries(
    Object.entries(chosen).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<typeof chosen>
}

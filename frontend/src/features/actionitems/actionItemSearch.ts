import type * as z from 'zod/mini'
import { flag, listSearch, someOf, word, words } from '@/lists/listSearch'

export const ACTION_STATUSES = ['open', 'done', 'dropped'] as const

export const actionItemSearch = listSearch({
  is_mine: flag,
  is_overdue: flag,
  is_date_asked: flag,
  owner: words,
  meeting_id: word,
  status: someOf(ACTION_STATUSES),
  due_after: word,
  due_before: word,
})

export type ActionItemSearch = z.infer<typeof actionItemSearch>

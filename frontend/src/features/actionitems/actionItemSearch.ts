import type * as z from 'zod/mini'
import { flag, listSearch, someOf } from '@/lists/listSearch'

export const actionItemSearch = listSearch({
  is_mine: flag,
  is_overdue: flag,
  status: someOf(['open', 'done', 'dropped']),
})

export type ActionItemSearch = z.infer<typeof actionItemSearch>

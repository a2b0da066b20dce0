import * as z from 'zod/mini'
import { listSearch, oneOf, someOf, word } from '@/lists/listSearch'

export const STATES = ['queued', 'delivered', 'given_up', 'skipped', 'superseded'] as const
export const ANSWERS = ['accepted', 'published', 'refused', 'withdrawn'] as const
export const FINDINGS = ['missing', 'older', 'differing', 'extra'] as const

export const deliverySearch = listSearch({
  state: someOf(STATES),
  hub_status: someOf(ANSWERS),
  practice_id: word,
})

export const findingSearch = z.object({ kind: oneOf(FINDINGS) })

export type DeliverySearch = z.infer<typeof deliverySearch>
export type FindingSearch = z.infer<typeof findingSearch>

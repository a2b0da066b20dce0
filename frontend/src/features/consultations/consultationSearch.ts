import { listSearch, oneOf, someOf } from '@/lists/listSearch'

export const CONSULTATION_STATUSES = ['draft', 'open', 'closed', 'concluded', 'withdrawn'] as const
export const ABOUT = ['agenda', 'workplan', 'date', 'other'] as const

/** The list's filters as the API names them. */
export const consultationSearch = listSearch({ status: someOf(CONSULTATION_STATUSES), about: oneOf(ABOUT) })

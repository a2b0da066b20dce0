import { listSearch, someOf } from '@/lists/listSearch'

export const DATE_POLL_STATUSES = ['draft', 'open', 'ended', 'closed', 'cancelled'] as const

/** The list's filters as the API names them. */
export const datePollSearch = listSearch({ status: someOf(DATE_POLL_STATUSES) })

import { flag, listSearch, number, numbers, oneOf, someOf, word } from '@/lists/listSearch'

export const KINDS = ['financial', 'human_resource', 'process_oriented', 'policy_oriented'] as const
export const MODES = ['individual', 'common', 'in_partnership', 'matching'] as const
/** Of what was made, in the order in which the dashboard's bars show them. */
export const MADE_STATUSES = ['fulfilled', 'partly_fulfilled', 'in_progress', 'made', 'discontinued'] as const
export const STATUSES = ['draft', ...MADE_STATUSES.toReversed()] as const

/** The five regions of UN M49. */
export const REGIONS = ['002', '019', '142', '150', '009'] as const

const FILTERS = {
  kind: someOf(KINDS),
  mode: someOf(MODES),
  status: someOf(STATUSES),
  objective: numbers,
  region: word,
  champion: word,
  process: word,
  year: number,
  is_report_due: flag,
}

/** The list's filters as the API names them. */
export const pledgeSearch = listSearch(FILTERS)

/** The dashboard's: the same, and whether it is told in bars or in tables. */
export const dashboardSearch = listSearch({ ...FILTERS, view: oneOf(['table']) })

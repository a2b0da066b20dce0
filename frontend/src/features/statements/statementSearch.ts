import { listSearch, someOf, word } from '@/lists/listSearch'

export const STATEMENT_STATUSES = [
  'drafting',
  'under_silence',
  'silence_broken',
  'adopted',
  'delivered',
  'withdrawn',
] as const

/** The list's filters as the API names them. */
export const statementSearch = listSearch({
  status: someOf(STATEMENT_STATUSES),
  process: word,
  champion: word,
})

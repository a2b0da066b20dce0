import { flag, listSearch, numbers, oneOf, word } from '@/lists/listSearch'

export const COMMISSIONS = ['ECA', 'ECE', 'ECLAC', 'ESCAP', 'ESCWA'] as const

export const championSearch = listSearch({
  region: word,
  commission: oneOf(COMMISSIONS),
  objective: numbers,
  is_current: flag,
})

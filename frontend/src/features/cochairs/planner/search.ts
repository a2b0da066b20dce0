import * as z from 'zod/mini'
import { number, word, words } from '@/lists/listSearch'

/** What is asked stands in the address: a link opens the same proposals. `until`: the end of the first term, where it is not
 * of six months; `kept`: "2027-07-01:MAR-PER"; `forbidden`: "MAR-PER". */
export const plannerSearch = z.object({
  from: word,
  until: word,
  terms: number,
  kept: words,
  forbidden: words,
})

export type PlannerSearch = z.infer<typeof plannerSearch>

import * as z from 'zod/mini'
import { number, word, words } from '@/lists/listSearch'

/** What is asked stands in the address: a link opens the same proposals. `kept`: "2027-07-01:MAR-PER"; `forbidden`: "MAR-PER". */
export const plannerSearch = z.object({ from: word, terms: number, kept: words, forbidden: words })

export type PlannerSearch = z.infer<typeof plannerSearch>

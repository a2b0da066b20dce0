import * as z from 'zod/mini'
import { number, word } from '@/lists/listSearch'

/** What a new record is begun for: the key of a process, the number of an objective. */
export const startSearch = z.object({ process: word, objective: number })

export type Start = z.infer<typeof startSearch>

import * as z from 'zod/mini'
import { number, oneOf, word } from '@/lists/listSearch'

/** What the columns are, and the cell that is open. */
export const coverageSearch = z.object({
  by: oneOf(['champion', 'region']),
  column: word,
  objective: number,
})

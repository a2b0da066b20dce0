import * as z from 'zod/mini'
import { number, oneOf, word } from '@/lists/listSearch'

/** What is counted over time, as the API's parameters. */
export const overTimeSearch = z.object({
  by: oneOf(['year', 'quarter']),
  champion: word,
  objective: number,
})

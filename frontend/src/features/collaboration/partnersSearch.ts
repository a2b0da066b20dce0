import * as z from 'zod/mini'
import { word } from '@/lists/listSearch'

/** For whom; one's own champion where nothing is said. */
export const partnersSearch = z.object({ champion: word })

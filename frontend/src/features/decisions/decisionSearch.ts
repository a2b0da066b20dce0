import type * as z from 'zod/mini'
import { flag, listSearch, word } from '@/lists/listSearch'

export const decisionSearch = listSearch({ term_id: word, meeting_id: word, is_public: flag })

export type DecisionSearch = z.infer<typeof decisionSearch>

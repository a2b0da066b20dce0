import * as z from 'zod/mini'
import { oneOf, word } from '@/lists/listSearch'

export const RECORD_TYPES = [
  'practices',
  'practice_comments',
  'activities',
  'meetings',
  'agenda_items',
  'workplans',
  'workplan_items',
  'workplan_item_updates',
  'champions',
  'cochair_terms',
  'processes',
  'people',
  'hub_deliveries',
  'hub_reconciliations',
] as const

const day = z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined)

/** `from` and `until` are days, both included. */
export const auditSearch = z.object({
  record_type: oneOf(RECORD_TYPES),
  record_id: word,
  person_id: word,
  from: day,
  until: day,
})

import type { LeadFields } from '@/api/generated/types.gen'
import type { Process } from './processQuery'

/** Who leads, as a change of the process takes it: the whole list. */
export const leadFieldsOf = (process: Process): LeadFields[] =>
  process.leads.map(({ champion, person_id, task }) => ({ champion: champion.iso3, person_id, task }))

import type { WorkplanItemBody, WorkplanItemChange } from '@/api/generated/types.gen'
import type { ItemFields } from './schemas'
import type { Area } from './search'

export const emptyItem = (area?: Area, process?: string): ItemFields => ({
  title: '',
  scope_of_work: area ?? null,
  description: '',
  expected_result: '',
  lead: null,
  supporting: [],
  objectives: [],
  processes: process ? [process] : [],
  starts_on: null,
  due_on: null,
  status: 'not_started',
  dropped_reason: '',
  percentage: null,
  waits_for: [],
})

export const fieldsOf = (item: WorkplanItemBody): ItemFields => ({
  title: item.title,
  scope_of_work: item.scope_of_work,
  description: item.description,
  expected_result: item.expected_result,
  lead: item.lead?.iso3 ?? null,
  supporting: item.supporting.map((champion) => champion.iso3),
  objectives: item.objectives.map(String),
  processes: item.processes.map((process) => process.key),
  starts_on: item.starts_on,
  due_on: item.due_on,
  status: item.status,
  dropped_reason: item.dropped_reason,
  percentage: item.percentage,
  waits_for: item.waits_for.map((other) => other.id),
})

/** What the API takes for these fields; an area that is not chosen yet is left out. */
export function bodyOf({ objectives, scope_of_work, ...fields }: Partial<ItemFields>): WorkplanItemChange {
  return {
    ...fields,
    ...(objectives && { objectives: objectives.map(Number) }),
    ...(scope_of_work && { scope_of_work }),
  }
}

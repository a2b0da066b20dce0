import type { WorkplanItemSummary } from '@/api/generated/types.gen'
import type { ItemFields } from '../schemas'

export const FIELDS = ['status', 'lead', 'starts_on', 'due_on', 'percentage'] as const

/** What is changed in the table itself. */
export type CellField = (typeof FIELDS)[number]
export type CellFields = Pick<ItemFields, CellField>
export type Column = 'select' | 'title' | CellField | 'updated_at'

export const COLUMNS: readonly Column[] = ['select', 'title', ...FIELDS, 'updated_at']

export const isField = (column: Column | undefined): column is CellField =>
  FIELDS.some((field) => field === column)

export const cellFieldsOf = (item: WorkplanItemSummary): CellFields => ({
  status: item.status,
  lead: item.lead?.iso3 ?? null,
  starts_on: item.starts_on,
  due_on: item.due_on,
  percentage: item.percentage,
})

/** Those who report may move an item on, with a word of what has happened; those who chair change all of it. */
export const mayEdit = (item: WorkplanItemSummary, field: CellField): boolean =>
  item.actions.includes('change') || (field === 'status' && item.actions.includes('report'))

export const maySelect = (item: WorkplanItemSummary): boolean => item.actions.includes('change')

/** One field of a record, before and after a write; undefined where it was not there. */
export interface ChangedField {
  name: string
  before: unknown
  after: unknown
}

/** Keys say nothing to a reader. */
const isKey = (name: string): boolean => name === 'id' || name.endsWith('_id')

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0)

/** What a write changed, field by field; fields that were empty and stayed so are left out. */
export function changedFields(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): ChangedField[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !isKey(name))
    .map((name) => ({ name, before: before[name], after: after[name] }))
    .filter((field) => !(isEmpty(field.before) && isEmpty(field.after)))
}

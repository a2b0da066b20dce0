export const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** The fields of `values` that differ from `base`. */
export function changesFrom<V extends object>(base: V, values: V): Partial<V> {
  const fields = Object.keys(values) as (keyof V)[]
  return Object.fromEntries(
    fields.filter((field) => !isSame(base[field], values[field])).map((field) => [field, values[field]]),
  ) as Partial<V>
}

/** The fields that both I and somebody else changed, to different ends. */
export function conflictingFields<V extends object>(base: V, mine: Partial<V>, theirs: V): (keyof V)[] {
  const fields = Object.keys(mine) as (keyof V)[]
  return fields.filter((field) => !isSame(theirs[field], base[field]) && !isSame(theirs[field], mine[field]))
}

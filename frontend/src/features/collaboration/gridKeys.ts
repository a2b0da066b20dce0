/** Where an arrow, Home or End leads in a table of `rows` × `columns`; null for any other key. */
export function nextCell(
  key: string,
  [row, column]: readonly [number, number],
  { rows, columns, isRightToLeft }: { rows: number; columns: number; isRightToLeft: boolean },
): [number, number] | null {
  const forward = isRightToLeft ? -1 : 1
  const within = (place: number, many: number) => Math.min(Math.max(place, 0), many - 1)
  switch (key) {
    case 'ArrowUp':
      return [within(row - 1, rows), column]
    case 'ArrowDown':
      return [within(row + 1, rows), column]
    case 'ArrowRight':
      return [row, within(column + forward, columns)]
    case 'ArrowLeft':
      return [row, within(column - forward, columns)]
    case 'Home':
      return [row, 0]
    case 'End':
      return [row, columns - 1]
    default:
      return null
  }
}

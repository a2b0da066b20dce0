/** A cell of the grid: a line of the list (the head is above the first one), and a column as one reads. */
export interface Place {
  line: number
  column: number
}

export const HEAD = -1

/** Where one can stand. */
export interface Grounds {
  /** The lines with cells, in order; headings of groups have none. */
  lines: readonly number[]
  columns: number
  /** Lines that Page Up and Page Down pass over. */
  page: number
  isRtl: boolean
}

interface Press {
  key: string
  ctrlKey: boolean
  metaKey: boolean
}

/** Where a key leads in a grid, as the pattern of WAI-ARIA has it; null where the key leads nowhere. */
export function placeAfter(press: Press, from: Place, grounds: Grounds): Place | null {
  const { lines, columns, page, isRtl } = grounds
  const toEdge = press.ctrlKey || press.metaKey
  const first = lines[0] ?? HEAD
  const last = lines.at(-1) ?? HEAD
  const ahead = isRtl ? 'ArrowLeft' : 'ArrowRight'
  const back = isRtl ? 'ArrowRight' : 'ArrowLeft'
  const at = (line: number, column: number): Place => ({
    line,
    column: Math.min(Math.max(column, 0), columns - 1),
  })
  switch (press.key) {
    case 'ArrowDown':
      return at(toEdge ? last : stepped(lines, from.line, 1), from.column)
    case 'ArrowUp':
      return at(toEdge ? first : stepped(lines, from.line, -1), from.column)
    case ahead:
      return at(from.line, toEdge ? columns - 1 : from.column + 1)
    case back:
      return at(from.line, toEdge ? 0 : from.column - 1)
    case 'Home':
      return at(toEdge ? first : from.line, 0)
    case 'End':
      return at(toEdge ? last : from.line, columns - 1)
    case 'PageDown':
      return at(stepped(lines, from.line, page), from.column)
    case 'PageUp':
      return at(Math.max(stepped(lines, from.line, -page), first), from.column)
    default:
      return null
  }
}

/** The line `by` lines further; above the first is the head. */
function stepped(lines: readonly number[], line: number, by: number): number {
  const index = line === HEAD ? -1 : lines.indexOf(line)
  const next = Math.min(index + by, lines.length - 1)
  return lines[next] ?? HEAD
}

/** The lines from one to another, in whichever direction. */
export function between(lines: readonly number[], one: number, other: number): number[] {
  const [from, to] = one < other ? [one, other] : [other, one]
  return lines.filter((line) => from <= line && line <= to)
}

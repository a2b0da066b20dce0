import type { CoverageBody } from '@/api/generated/types.gen'

export type Coverage = CoverageBody
export type CoverageRow = Coverage['rows'][number]
export type CoverageColumn = Coverage['columns'][number]
export type CoverageCell = CoverageRow['cells'][number]

/** Practices, activities and pledges together. */
export const doneIn = ({ practices, activities, pledges }: CoverageColumn['totals']): number =>
  practices + activities + pledges

/** The objectives as the Review Forum takes them: by round table. */
export const byRoundTable = (rows: readonly CoverageRow[]): CoverageRow[] =>
  rows.toSorted((one, other) => one.round_table - other.round_table || one.objective - other.objective)

export interface Place {
  row: CoverageRow
  column: CoverageColumn
  cell: CoverageCell
}

/** What the address names, where the matrix has it. */
export function placeOf(
  coverage: Coverage,
  key: string | undefined,
  objective: number | undefined,
): Place | null {
  const row = coverage.rows.find((candidate) => candidate.objective === objective)
  const column = coverage.columns.find((candidate) => candidate.key === key)
  const cell = row?.cells.find((candidate) => candidate.column === key)
  return row && column && cell ? { row, column, cell } : null
}

/** Where the records of a cell are listed. */
export function listsOf({ row, column }: Place) {
  const whose = column.champion ? { champion: column.key } : { region: column.key }
  const search = { ...whose, objective: [row.objective] }
  return {
    practices: { to: '/practices', search: { ...search, status: ['published'] } },
    activities: { to: '/activities', search },
    pledges: { to: '/pledges', search },
  } as const
}

/** Who already works on the objective of a row: the deepest first. */
export const workingOn = (coverage: Coverage, row: CoverageRow): CoverageColumn[] =>
  coverage.columns
    .map((column, place) => ({ column, depth: row.cells[place]?.depth ?? 0 }))
    .filter(({ depth }) => depth > 1)
    .toSorted((one, other) => other.depth - one.depth)
    .map(({ column }) => column)

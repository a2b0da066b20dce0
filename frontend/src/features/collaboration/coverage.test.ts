import { describe, expect, it } from 'vitest'
import { byRoundTable, type Coverage, doneIn, listsOf, placeOf, workingOn } from './coverage'

const nothing = { champions: 0, practices: 0, activities: 0, pledges: 0 }
const cell = (column: string, depth: 0 | 1 | 2 | 3) => ({ ...nothing, column, depth })
const column = (key: string) => ({
  key,
  m49: key,
  name: key,
  champion: { id: key, iso3: key, name: key },
  totals: nothing,
})
const COVERAGE: Coverage = {
  by: 'champion',
  columns: [column('ECU'), column('GHA'), column('KEN')],
  rows: [
    {
      objective: 1,
      short: 'Data',
      round_table: 4,
      standing: 'worked_on',
      totals: nothing,
      cells: [cell('ECU', 2), cell('GHA', 1), cell('KEN', 3)],
    },
    {
      objective: 2,
      short: 'Drivers',
      round_table: 1,
      standing: 'nobody',
      totals: nothing,
      cells: [cell('ECU', 0), cell('GHA', 0), cell('KEN', 0)],
    },
  ],
  totals: nothing,
}

describe('the coverage matrix', () => {
  it('has the objectives by round table', () => {
    expect(byRoundTable(COVERAGE.rows).map(({ objective }) => objective)).toEqual([2, 1])
  })

  it('opens the cell that the address names, and none where there is none', () => {
    expect(placeOf(COVERAGE, 'KEN', 1)?.cell.depth).toBe(3)
    expect(placeOf(COVERAGE, 'USA', 1)).toBeNull()
    expect(placeOf(COVERAGE, 'KEN', 24)).toBeNull()
    expect(placeOf(COVERAGE, undefined, undefined)).toBeNull()
  })

  it('leads to the lists of a champion, or of a region', () => {
    const place = placeOf(COVERAGE, 'KEN', 1)
    if (!place) throw new Error('There is such a cell.')
    expect(listsOf(place).practices.search).toEqual({
      champion: 'KEN',
      objective: [1],
      status: ['published'],
    })
    const region = { ...place, column: { ...place.column, key: '002', champion: null } }
    expect(listsOf(region).activities.search).toEqual({ region: '002', objective: [1] })
  })

  it('tells who already works on an objective, the deepest first', () => {
    expect(COVERAGE.rows.map((row) => workingOn(COVERAGE, row).map(({ key }) => key))).toEqual([
      ['KEN', 'ECU'],
      [],
    ])
  })

  it('adds up what is done', () => {
    expect(doneIn({ champions: 1, practices: 2, activities: 3, pledges: 4 })).toBe(9)
  })
})

import { describe, expect, it } from 'vitest'
import { comingGroup, groupBy, pastGroup } from './timeGroups'

const TODAY = '2026-11-24'
const planned = (starts_on: string | null) => ({ status: 'planned' as const, starts_on })

describe('what comes', () => {
  it('is under way from its first day, and in its month before', () => {
    expect(comingGroup(planned('2026-11-24'), TODAY)).toBe('now')
    expect(comingGroup(planned('2026-11-25'), TODAY)).toBe('2026-11')
    expect(comingGroup(planned(null), TODAY)).toBe('undated')
  })

  it('waits for a new day where it is postponed', () => {
    expect(comingGroup({ status: 'postponed', starts_on: '2026-01-01' }, TODAY)).toBe('postponed')
  })

  it('stands in the order of time, without a day last', () => {
    const days = ['2026-12-01', null, '2026-11-01', '2027-01-05', '2026-12-09'].map(planned)

    const groups = groupBy(days, (activity) => comingGroup(activity, TODAY))

    expect(groups.map(([group, items]) => [group, items.length])).toEqual([
      ['now', 1],
      ['2026-12', 2],
      ['2027-01', 1],
      ['undated', 1],
    ])
  })
})

it('what was stands by year', () => {
  expect(pastGroup(planned('2023-11-28'))).toBe('2023')
  expect(pastGroup(planned(null))).toBe('unrecorded')
})

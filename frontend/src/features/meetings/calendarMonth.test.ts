import { describe, expect, it } from 'vitest'
import { moved, weeksOf } from './calendarMonth'

describe('the weeks of a month', () => {
  it('begin on Monday and hold every day of the month once', () => {
    const weeks = weeksOf('2026-12')
    expect(weeks).toHaveLength(5)
    expect(weeks[0]?.[0]).toBe('2026-11-30')
    expect(weeks.flat().filter((day) => day.startsWith('2026-12'))).toHaveLength(31)
  })

  it('are four for a February that begins on Monday', () => {
    expect(weeksOf('2027-02')).toHaveLength(4)
  })

  it('begin on Sunday where weeks do', () => {
    expect(weeksOf('2026-12', 0)[0]?.[0]).toBe('2026-11-29')
  })
})

it('moves over the turn of the year', () => {
  expect(moved('2026-12', 1)).toBe('2027-01')
  expect(moved('2026-01', -1)).toBe('2025-12')
})

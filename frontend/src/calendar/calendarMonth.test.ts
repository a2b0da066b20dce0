import { describe, expect, it } from 'vitest'
import { isDayOf, isMonth, moved, weeksOf } from './calendarMonth'

describe('the weeks of a month', () => {
  it('hold every day of the month once', () => {
    const weeks = weeksOf('2026-12', 'en-GB')
    expect(weeks).toHaveLength(5)
    expect(weeks.flat().filter((day) => day.startsWith('2026-12'))).toHaveLength(31)
  })

  it('are four for a February that begins with a week', () => {
    expect(weeksOf('2027-02', 'fr')).toHaveLength(4)
  })

  it.each([
    ['en-GB', '2026-11-30'],
    ['fr', '2026-11-30'],
    ['ar-u-nu-latn', '2026-11-28'],
    ['en-US', '2026-11-29'],
  ])('begin in %s as its weeks do', (locale, first) => {
    expect(weeksOf('2026-12', locale)[0]?.[0]).toBe(first)
  })
})

it('moves over the turn of the year', () => {
  expect(moved('2026-12', 1)).toBe('2027-01')
  expect(moved('2026-01', -1)).toBe('2025-12')
})

it('is known by its writing', () => {
  expect(['2026-12', '2026-13', '12', undefined].map(isMonth)).toEqual([true, false, false, false])
})

it('has the days that its calendar has', () => {
  const typed = ['2026-02-28', '2026-02-29', '2026-03-01', 'today', undefined]
  expect(typed.map((day) => isDayOf('2026-02', day))).toEqual([true, false, false, false, false])
})

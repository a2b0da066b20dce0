import { describe, expect, it } from 'vitest'
import { calendarMonths, sixMonthsAfter } from './sixMonths'

describe('six months after a day', () => {
  it.each([
    ['2026-06-23', '2026-12-23'],
    ['2026-07-01', '2027-01-01'],
    ['2026-08-31', '2027-02-28'],
    ['2027-08-29', '2028-02-29'],
    ['2026-12-31', '2027-06-30'],
  ])('%s → %s', (from, until) => expect(sixMonthsAfter(from)).toBe(until))
})

describe('whole calendar months between two days', () => {
  it.each([
    ['2026-07-01', '2027-01-01', 6],
    ['2024-01-01', '2026-01-01', 24],
    ['2026-08-31', '2027-02-28', 6],
    ['2026-07-01', '2026-07-09', null],
    ['2026-07-01', '2027-01-02', null],
  ])('%s to %s: %s', (from, until, months) => expect(calendarMonths(from, until)).toBe(months))
})

import { describe, expect, it } from 'vitest'
import { sixMonthsAfter } from './sixMonths'

describe('six months after a day', () => {
  it.each([
    ['2026-06-23', '2026-12-23'],
    ['2026-07-01', '2027-01-01'],
    ['2026-08-31', '2027-02-28'],
    ['2027-08-29', '2028-02-29'],
    ['2026-12-31', '2027-06-30'],
  ])('%s → %s', (from, until) => expect(sixMonthsAfter(from)).toBe(until))
})

import { describe, expect, it } from 'vitest'
import { semestersAfter } from './semesters'

describe('semesters to come', () => {
  it('begin with the half-year after the present one', () => {
    expect(semestersAfter(new Date('2026-11-24'), 3)).toEqual(['2027-01-01', '2027-07-01', '2028-01-01'])
    expect(semestersAfter(new Date('2027-01-01'), 1)).toEqual(['2027-07-01'])
    expect(semestersAfter(new Date('2027-07-01'), 1)).toEqual(['2028-01-01'])
  })
})

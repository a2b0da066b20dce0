import { describe, expect, it } from 'vitest'
import { type Visit, visitAt } from './visit'

const HOUR = 60 * 60_000
const known: Visit = { person: 'amina', since: '2026-11-18T16:00:00Z', lastAt: HOUR, isTold: true }

describe('a visit', () => {
  it('begins with what happened since the last one', () => {
    expect(visitAt(HOUR, 'amina', '2026-11-20T08:00:00Z', null)).toEqual({
      person: 'amina',
      since: '2026-11-20T08:00:00Z',
      lastAt: HOUR,
      isTold: false,
    })
  })

  it('goes on across a reload, so that what was new stays new', () => {
    const visit = visitAt(HOUR + 60_000, 'amina', '2026-11-24T09:00:00Z', known)
    expect(visit).toEqual({ ...known, lastAt: HOUR + 60_000 })
  })

  it('ends after half an hour elsewhere', () => {
    const visit = visitAt(2 * HOUR, 'amina', '2026-11-24T09:00:00Z', known)
    expect(visit).toMatchObject({ since: '2026-11-24T09:00:00Z', isTold: false })
  })

  it('is never that of somebody else', () => {
    expect(visitAt(HOUR, 'kofi', null, known)).toMatchObject({ since: null, isTold: false })
  })
})

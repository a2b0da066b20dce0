import { describe, expect, it } from 'vitest'
import { cityOf, instantOf, localOf } from './zonedTime'

describe('a local time and its zone', () => {
  it.each([
    ['2026-12-10T09:00', 'America/New_York', '2026-12-10T14:00:00.000Z'],
    ['2026-07-10T09:00', 'America/New_York', '2026-07-10T13:00:00.000Z'],
    ['2026-12-10T15:00', 'Europe/Zurich', '2026-12-10T14:00:00.000Z'],
    ['2026-12-11T00:15', 'Asia/Kathmandu', '2026-12-10T18:30:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Zurich', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T01:59', 'Europe/Zurich', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25T03:00', 'Europe/Zurich', '2026-10-25T02:00:00.000Z'],
  ])('%s in %s is %s, and back', (local, zone, instant) => {
    expect(instantOf(local, zone)).toBe(instant)
    expect(localOf(instant, zone)).toBe(local)
  })

  it('reads a time that the clocks skip in spring as an hour later', () => {
    expect(localOf(instantOf('2026-03-29T02:30', 'Europe/Zurich'), 'Europe/Zurich')).toBe('2026-03-29T03:30')
  })

  it('names a zone by its city', () => {
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
    expect(cityOf('UTC')).toBe('UTC')
  })
})

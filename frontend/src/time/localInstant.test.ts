import { describe, expect, it } from 'vitest'
import { localOf } from '@/i18n/zonedTime'
import { clockTimeOf, fieldValueOf, instantOf, readLocal } from './localInstant'

describe('a local time and its zone', () => {
  it.each([
    ['2026-12-10T09:00', 'America/New_York', '2026-12-10T14:00:00.000Z'],
    ['2026-07-10T09:00', 'America/New_York', '2026-07-10T13:00:00.000Z'],
    ['2026-12-10T15:00', 'Europe/Zurich', '2026-12-10T14:00:00.000Z'],
    ['2026-12-11T00:15', 'Asia/Kathmandu', '2026-12-10T18:30:00.000Z'],
    ['2026-12-11T13:45', 'Pacific/Chatham', '2026-12-11T00:00:00.000Z'],
    ['2026-12-11T14:00', 'Pacific/Kiritimati', '2026-12-11T00:00:00.000Z'],
    ['2026-12-10T13:00', 'Pacific/Pago_Pago', '2026-12-11T00:00:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Zurich', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T01:59', 'Europe/Zurich', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25T03:00', 'Europe/Zurich', '2026-10-25T02:00:00.000Z'],
  ])('%s in %s is %s, and back', (local, zone, instant) => {
    expect(instantOf(local, zone)).toBe(instant)
    expect(localOf(instant, zone)).toBe(local)
    expect(fieldValueOf(instant, zone)).toBe(local)
  })

  it.each([
    ['2026-03-29T02:30', 'Europe/Zurich', '2026-03-29T01:30', '2026-03-29T03:30'],
    ['2027-03-14T02:00', 'America/New_York', '2027-03-14T01:00', '2027-03-14T03:00'],
    ['2026-10-04T02:10', 'Australia/Lord_Howe', '2026-10-04T01:40', '2026-10-04T02:40'],
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-29T12:00', '2011-12-31T12:00'],
  ])('%s never was in %s: it is refused, with the times beside it', (local, zone, before, after) => {
    expect(readLocal(local, zone)).toEqual({ kind: 'skipped', before, after })
    expect(() => instantOf(local, zone)).toThrow(RangeError)
  })

  it.each([
    ['2026-10-25T02:30', 'Europe/Zurich', '+02:00', '+01:00'],
    ['2026-11-01T01:00', 'America/New_York', '-04:00', '-05:00'],
    ['2027-04-04T01:45', 'Australia/Lord_Howe', '+11:00', '+10:30'],
  ])(
    '%s comes twice in %s: it asks which is meant, and keeps what was said',
    (local, zone, first, second) => {
      const read = readLocal(local, zone)
      if (read.kind !== 'twice') throw new Error(read.kind)
      expect(read.readings.map(({ offset }) => offset)).toEqual([first, second])
      expect(Date.parse(read.readings[0].instant)).toBeLessThan(Date.parse(read.readings[1].instant))
      for (const { value, instant } of read.readings) {
        expect(instantOf(value, zone)).toBe(instant)
        expect(fieldValueOf(instant, zone)).toBe(value)
        expect(clockTimeOf(value)).toBe(local)
      }
    },
  )

  it('forgets which reading was meant where the time comes only once', () => {
    expect(instantOf('2026-10-25T02:30+02:00', 'UTC')).toBe('2026-10-25T02:30:00.000Z')
  })

  it.each([
    ['2026-10-25T02:30', 'Europe/Nowhere', 'unknown zone'],
    ['', 'UTC', 'incomplete'],
    [null, 'UTC', 'incomplete'],
    ['20266-10-25T02:30', 'UTC', 'incomplete'],
    ['2026-02-31T99:30', 'UTC', 'incomplete'],
  ])('tells %s in %s as %s', (local, zone, kind) => {
    expect(readLocal(local, zone).kind).toBe(kind)
  })
})

import { describe, expect, it } from 'vitest'
import { createFormatters, daysBetween } from './format'

const now = new Date('2026-11-23T22:30:00Z')

describe('dates', () => {
  it('keeps a day the same day in every zone', () => {
    expect(createFormatters('en', 'America/New_York').date('2026-12-10')).toBe('10 December 2026')
    expect(createFormatters('en', 'Asia/Dhaka').date('2026-12-10')).toBe('10 December 2026')
  })

  it('shows an instant in the zone of the reader', () => {
    expect(createFormatters('en', 'Asia/Dhaka').time('2026-12-10T14:00:00Z')).toBe('20:00')
    expect(createFormatters('en', 'Asia/Dhaka').time('2026-12-10T14:00:00Z', 'UTC')).toBe('14:00')
  })

  it('counts days on the calendar of the reader, not in spans of 24 hours', () => {
    expect(createFormatters('en', 'UTC').relativeDays('2026-11-24T00:15:00Z', now)).toBe('tomorrow')
    expect(createFormatters('en', 'Asia/Dhaka').relativeDays('2026-11-24T00:15:00Z', now)).toBe('today')
  })

  it('counts rightly across a change of the clock', () => {
    expect(
      daysBetween(new Date('2026-10-24T22:00:00Z'), new Date('2026-10-26T22:30:00Z'), 'Europe/Zurich'),
    ).toBe(1)
  })

  it('writes Arabic with Latin digits', () => {
    expect(createFormatters('ar', 'UTC').date('2026-12-10')).toMatch(/^10 .* 2026$/)
    expect(createFormatters('ar', 'UTC').number(1250)).toBe('1,250')
  })

  it('joins names as the language does', () => {
    expect(createFormatters('fr', 'UTC').list(['Maroc', 'Pérou', 'Kenya'])).toBe('Maroc, Pérou et Kenya')
  })
})

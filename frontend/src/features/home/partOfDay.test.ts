import { expect, it } from 'vitest'
import { partOfDay } from './partOfDay'

it.each([
  ['2026-11-24T09:00:00Z', 'Europe/Zurich', 'morning'],
  ['2026-11-24T09:00:00Z', 'Asia/Dhaka', 'afternoon'],
  ['2026-11-24T23:30:00Z', 'Europe/Zurich', 'evening'],
  ['2026-11-24T23:30:00Z', 'America/New_York', 'evening'],
  ['2026-11-25T02:00:00Z', 'Europe/Zurich', 'evening'],
])('%s in %s is %s', (instant, zone, part) => {
  expect(partOfDay(new Date(instant), zone)).toBe(part)
})

import { describe, expect, it } from 'vitest'
import { clockFace, secondsAt, urgencyOf } from './clock'

const NOON = Date.parse('2026-12-10T12:00:00Z')

describe('the clock of an item', () => {
  it('adds what it runs to what it showed', () => {
    expect(secondsAt({ spent: 30, runs_since: '2026-12-10T12:00:00Z' }, NOON + 12_000)).toBe(42)
    expect(secondsAt({ spent: 30, runs_since: null }, NOON + 12_000)).toBe(30)
  })

  it('never runs backwards, where the device is behind the service', () => {
    expect(secondsAt({ spent: 30, runs_since: '2026-12-10T12:00:00Z' }, NOON - 2000)).toBe(30)
  })

  it('is read as people read it', () => {
    expect([9, 272, 3845, -130].map(clockFace)).toEqual(['0:09', '4:32', '1:04:05', '2:10'])
  })

  it('warns in the last fifth, in the last minute, and when it is over', () => {
    expect([241, 240, -1].map((left) => urgencyOf(left, 20))).toEqual(['ample', 'little', 'over'])
    expect(urgencyOf(60, 2)).toBe('little')
  })
})

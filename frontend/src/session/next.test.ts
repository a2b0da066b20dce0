import { describe, expect, it } from 'vitest'
import { safeNext } from './next'

describe('where to go after signing in', () => {
  it('is the page that was asked for', () => {
    expect(safeNext('/practices?objective=8#context')).toBe('/practices?objective=8#context')
  })

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '',
    7,
    undefined,
  ])('is never another site (%s)', (next) => {
    expect(safeNext(next)).toBe('/')
  })
})

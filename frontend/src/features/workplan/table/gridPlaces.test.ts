import { describe, expect, it } from 'vitest'
import { between, type Grounds, HEAD, placeAfter } from './gridPlaces'

// Lines 0 and 4 are headings of groups.
const grounds: Grounds = { lines: [1, 2, 3, 5, 6], columns: 4, page: 3, isRtl: false }
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false })
const led = (key: string, line: number, column: number, ctrl = false, over: Partial<Grounds> = {}) =>
  placeAfter(press(key, ctrl), { line, column }, { ...grounds, ...over })

describe('placeAfter', () => {
  it('passes over headings', () => {
    expect(led('ArrowDown', 3, 1)).toEqual({ line: 5, column: 1 })
    expect(led('ArrowUp', 5, 1)).toEqual({ line: 3, column: 1 })
  })

  it('stops at the edges, and reaches the head', () => {
    expect(led('ArrowDown', 6, 0)).toEqual({ line: 6, column: 0 })
    expect(led('ArrowUp', 1, 2)).toEqual({ line: HEAD, column: 2 })
    expect(led('ArrowUp', HEAD, 2)).toEqual({ line: HEAD, column: 2 })
    expect(led('ArrowDown', HEAD, 2)).toEqual({ line: 1, column: 2 })
    expect(led('ArrowRight', 1, 3)).toEqual({ line: 1, column: 3 })
    expect(led('ArrowLeft', 1, 0)).toEqual({ line: 1, column: 0 })
  })

  it('goes to the ends of the row and of the grid', () => {
    expect(led('Home', 3, 2)).toEqual({ line: 3, column: 0 })
    expect(led('End', 3, 2)).toEqual({ line: 3, column: 3 })
    expect(led('Home', 5, 2, true)).toEqual({ line: 1, column: 0 })
    expect(led('End', 1, 2, true)).toEqual({ line: 6, column: 3 })
  })

  it('goes by pages', () => {
    expect(led('PageDown', 1, 1)).toEqual({ line: 5, column: 1 })
    expect(led('PageDown', 5, 1)).toEqual({ line: 6, column: 1 })
    expect(led('PageUp', 6, 1)).toEqual({ line: 2, column: 1 })
    expect(led('PageUp', 2, 1)).toEqual({ line: 1, column: 1 })
  })

  it('follows the eye where one reads from right to left', () => {
    expect(led('ArrowLeft', 1, 0, false, { isRtl: true })).toEqual({ line: 1, column: 1 })
    expect(led('ArrowRight', 1, 2, false, { isRtl: true })).toEqual({ line: 1, column: 1 })
  })

  it('leaves other keys alone', () => {
    expect(led('a', 1, 1)).toBeNull()
  })
})

it('selects the lines between two, in both directions', () => {
  expect(between(grounds.lines, 5, 2)).toEqual([2, 3, 5])
  expect(between(grounds.lines, 2, 5)).toEqual([2, 3, 5])
})

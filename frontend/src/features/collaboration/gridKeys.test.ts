import { expect, it } from 'vitest'
import { nextCell } from './gridKeys'

const table = { rows: 3, columns: 4, isRightToLeft: false }

it.each([
  ['ArrowDown', [1, 1], [2, 1]],
  ['ArrowDown', [2, 1], [2, 1]],
  ['ArrowUp', [0, 1], [0, 1]],
  ['ArrowRight', [1, 1], [1, 2]],
  ['ArrowLeft', [1, 0], [1, 0]],
  ['Home', [1, 2], [1, 0]],
  ['End', [1, 2], [1, 3]],
] as const)('%s leads from %j to %j', (key, from, to) => {
  expect(nextCell(key, from, table)).toEqual(to)
})

it('follows the eye from right to left, and leaves other keys alone', () => {
  expect(nextCell('ArrowRight', [1, 1], { ...table, isRightToLeft: true })).toEqual([1, 0])
  expect(nextCell('ArrowLeft', [1, 1], { ...table, isRightToLeft: true })).toEqual([1, 2])
  expect(nextCell('Tab', [1, 1], table)).toBeNull()
})

import { expect, it } from 'vitest'
import { areSame, filtersOf } from './savedSearches'

it('keeps the filters that are set, and not where they were set', () => {
  expect(filtersOf({ q: '', view: 'ours', objective: [3], region: [], status: ['draft'] })).toEqual({
    objective: [3],
  })
})

it('knows a search again in whatever order its filters were chosen', () => {
  expect(areSame({ objective: [3, 10], q: 'water' }, { q: 'water', objective: [10, 3], region: [] })).toBe(
    true,
  )
  expect(areSame({ objective: [3] }, { objective: [3], q: 'water' })).toBe(false)
})

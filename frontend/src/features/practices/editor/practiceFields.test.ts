import { expect, it } from 'vitest'
import { changeOf, notAnAddress, wordsIn } from './practiceFields'

it('sends numbers as numbers, and only what changed', () => {
  expect(changeOf({ objectives_primary: ['3', '15'], title: 'A' })).toEqual({
    objectives_primary: [3, 15],
    title: 'A',
  })
})

it('leaves out an address that is not whole yet, and says which', () => {
  const typed = 'https://example.org/a\n\n https://example.org/b \nexample'

  expect(changeOf({ additional_resources: typed })).toEqual({
    additional_resources: ['https://example.org/a', 'https://example.org/b'],
  })
  expect(notAnAddress(typed)).toBe('example')
})

it('never changes whose practice it is', () => {
  expect(changeOf({ champion: 'KEN', title: 'A' })).toEqual({ title: 'A' })
})

it('counts what stands between spaces', () => {
  expect(wordsIn('')).toBe(0)
  expect(wordsIn('  one\n\ntwo  three ')).toBe(3)
})

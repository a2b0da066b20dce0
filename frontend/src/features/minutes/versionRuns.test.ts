import { expect, it } from 'vitest'
import type { MinutesVersionBody } from '@/api/generated/types.gen'
import { runsOf } from './versionRuns'

const version = (
  number: number,
  saved_by: string,
  at: string,
  origin: MinutesVersionBody['origin'] = 'written',
): MinutesVersionBody => ({
  number,
  saved_by,
  origin,
  saved_at: `2026-12-10T${at}:00Z`,
  text: '',
  words: '',
})

it('gathers what one person wrote in one go, and nothing else', () => {
  const versions = [
    version(6, 'Amina', '17:00'),
    version(5, 'Amina', '15:20', 'restored'),
    version(4, 'Amina', '15:10'),
    version(3, 'Amina', '15:02'),
    version(2, 'Paul', '15:01'),
    version(1, 'Amina', '15:00'),
  ]

  expect(runsOf(versions).map(({ last, saves }) => [last.number, saves])).toEqual([
    [6, 1],
    [5, 1],
    [4, 2],
    [2, 1],
    [1, 1],
  ])
})

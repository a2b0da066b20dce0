import { expect, it } from 'vitest'
import { merged, wordChanges } from './wordMerge'

const BASE = 'The meeting noted the pilot.\n\nIt closed at 16:00, in good time, with thanks to all.'

it('shows what changed, word by word', () => {
  const changes = wordChanges('The meeting noted it.', 'The meeting welcomed it.', 'en')

  expect(changes.map(({ value, added, removed }) => [value, added ?? false, removed ?? false])).toEqual([
    ['The meeting ', false, false],
    ['noted', false, true],
    ['welcomed', true, false],
    [' it.', false, false],
  ])
})

it('puts two changes of different words into one text, line breaks and all', () => {
  const mine = BASE.replace('noted', 'welcomed')
  const theirs = BASE.replace('to all', 'to the interpreters')

  expect(merged(BASE, mine, theirs)).toBe(
    'The meeting welcomed the pilot.\n\nIt closed at 16:00, in good time, with thanks to the interpreters.',
  )
})

it('merges Chinese, which has no spaces', () => {
  const base = '会议注意到该报告。会议商定下次会议的日期并感谢口译员。'

  expect(merged(base, base.replace('注意到', '欢迎'), base.replace('口译员', '各位'))).toBe(
    '会议欢迎该报告。会议商定下次会议的日期并感谢各位。',
  )
})

it('does not guess where both changed the same words', () => {
  expect(merged(BASE, BASE.replace('noted', 'welcomed'), BASE.replace('noted', 'took note of'))).toBeNull()
})

import { expect, test } from 'vitest'
import { checklist } from './checklist'

const NOTHING = { description: '', amount: null, due_on: null }

test('an empty pledge is neither concrete nor measurable nor time-bound', () => {
  expect(checklist(NOTHING)).toEqual({ concrete: false, measurable: false, timeBound: false })
})

test('a figure makes it measurable, in whichever digits, and so does an amount', () => {
  expect(checklist({ ...NOTHING, description: 'ندرّب ١٠٠ موظف' }).measurable).toBe(true)
  expect(checklist({ ...NOTHING, amount: 500 }).measurable).toBe(true)
})

test('a day makes it time-bound, and a whole description concrete', () => {
  expect(checklist({ ...NOTHING, due_on: '2029-12-31' }).timeBound).toBe(true)
  expect(checklist({ ...NOTHING, description: 'x'.repeat(300) }).concrete).toBe(true)
})

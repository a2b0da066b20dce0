import { expect, test } from 'vitest'
import { asked, bodyOf, emptyPledge } from './pledgeFields'

const FULL = {
  ...emptyPledge('en'),
  amount: 500,
  currency: 'EUR',
  states: ['SEN'],
  partners: 'ILO',
  matches_title: 'Skills for all',
}

test('what the chosen kind and mode do not ask for is not sent', () => {
  expect(asked({ ...FULL, kind: 'policy_oriented', mode: 'individual' })).toMatchObject({
    amount: null,
    currency: null,
    states: [],
    partners: '',
    matches_title: '',
  })
})

test('what they ask for is', () => {
  expect(asked({ ...FULL, kind: 'financial', mode: 'in_partnership' })).toMatchObject({
    amount: 500,
    states: ['SEN'],
    partners: 'ILO',
  })
  expect(asked({ ...FULL, mode: 'matching' }).matches_title).toBe('Skills for all')
})

test('a link to the answered pledge takes the place of its title', () => {
  expect(asked({ ...FULL, mode: 'matching', matches_id: 'a' })).toMatchObject({
    matches_id: 'a',
    matches_title: '',
  })
})

test('objectives leave as numbers, and only where they change', () => {
  expect(bodyOf({ objectives: ['8', '14'] })).toEqual({ objectives: [8, 14] })
  expect(bodyOf({ title: 'A' })).toEqual({ title: 'A' })
})

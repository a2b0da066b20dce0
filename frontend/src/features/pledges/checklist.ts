import type { PledgeFields } from './pledgeFields'

export const SHORTEST = 300
export const LONGEST = 3000

type Said = Pick<PledgeFields, 'description' | 'amount' | 'due_on'>

/** What the public form asks of a pledge, as far as it can be told from what was written. A hint, never a bar. */
export function checklist({
  description,
  amount,
  due_on,
}: Said): Record<'concrete' | 'measurable' | 'timeBound', boolean> {
  return {
    concrete: description.trim().length >= SHORTEST,
    measurable: amount !== null || /\p{Nd}/u.test(description),
    timeBound: due_on !== null,
  }
}

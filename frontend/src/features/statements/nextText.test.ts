import { describe, expect, it } from 'vitest'
import type { RemarkBody, VersionBody } from '@/api/generated/types.gen'
import { nextText } from './nextText'

const version = { paragraphs: ['We welcome.', 'We call.', 'We thank.'] } as VersionBody
const amendment = (paragraph: number, proposed: string, status = 'accepted') =>
  ({ kind: 'amendment', paragraph, proposed, status }) as RemarkBody

describe('nextText', () => {
  it('puts in what was accepted, strikes what was emptied, and keeps the rest', () => {
    expect(nextText(version, [amendment(2, 'We call again.'), amendment(3, '')])).toBe(
      'We welcome.\n\nWe call again.',
    )
  })

  it('leaves out what is open or declined', () => {
    expect(nextText(version, [amendment(1, 'A', 'open'), amendment(2, 'B', 'declined')])).toBe(
      'We welcome.\n\nWe call.\n\nWe thank.',
    )
  })

  it('takes the later of two that were accepted', () => {
    expect(nextText(version, [amendment(1, 'First'), amendment(1, 'Second')])).toMatch(/^Second/)
  })
})

import { describe, expect, it } from 'vitest'
import { changedFields } from './changedFields'

describe('what a write changed', () => {
  it('is told field by field, with what was before and after', () => {
    expect(changedFields({ status: 'draft' }, { status: 'submitted', submitted_at: '2026-11-24' })).toEqual([
      { name: 'status', before: 'draft', after: 'submitted' },
      { name: 'submitted_at', before: undefined, after: '2026-11-24' },
    ])
  })

  it('leaves out keys, and what was empty and is', () => {
    const created = { id: 'x', champion_id: 'y', summary: '', sdgs: [], is_demonstration: false, title: 'A' }
    expect(changedFields({}, created).map(({ name }) => name)).toEqual(['title'])
  })

  it('tells when something was emptied or said no to', () => {
    const fields = changedFields({ is_lead: true, place: 'Geneva' }, { is_lead: false, place: '' })
    expect(fields.map(({ name }) => name)).toEqual(['is_lead', 'place'])
  })
})

import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { checkLocalTimes } from './checkLocalTimes'

interface Fields {
  title: string
  starts_at: string
  ends_at: string | null
  zone: string
}

const t = ((key: string) => key) as TFunction<'time'>
const schema = z
  .object({
    title: z.string().check(z.minLength(1)),
    starts_at: z.string(),
    ends_at: z.nullable(z.string()),
    zone: z.string(),
  })
  .check(checkLocalTimes<Fields>(t, ['starts_at', 'ends_at'], (values) => values.zone))

const mistakes = (fields: Partial<Fields>) => {
  const whole = { title: 'A', starts_at: '2026-12-10T09:00', ends_at: null, zone: 'Europe/Zurich', ...fields }
  return (
    schema.safeParse(whole).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? []
  )
}

describe('the local times of a form', () => {
  it('pass where the clocks show them once, and where a field is empty', () => {
    expect(mistakes({})).toEqual([])
    expect(mistakes({ ends_at: '2026-10-25T02:30+01:00' })).toEqual([])
    expect(mistakes({ starts_at: '' })).toEqual([])
  })

  it('are refused beside their field otherwise', () => {
    expect(mistakes({ starts_at: '2026-03-29T02:30' })).toEqual(['starts_at wrong.skipped'])
    expect(mistakes({ ends_at: '2026-10-25T02:30' })).toEqual(['ends_at wrong.twice'])
    expect(mistakes({ zone: 'Europe/Nowhere' })).toEqual(['starts_at wrong.unknownZone'])
  })

  it('are refused beside the mistakes of other fields', () => {
    const both = mistakes({ title: '', starts_at: '2026-03-29T02:30' })
    expect(both).toHaveLength(2)
    expect(both).toContain('starts_at wrong.skipped')
  })
})

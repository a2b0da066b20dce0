import type { TFunction } from 'i18next'
import * as z from 'zod/mini'
import { sixMonthsAfter } from './sixMonths'

interface Dates {
  starts_on: string
  ends_on: string | null
}

/** Whether a term with these days asks for the reason of its length. */
export const isOfAnotherLength = ({ starts_on, ends_on }: Dates): boolean =>
  Boolean(starts_on && ends_on) && ends_on !== sixMonthsAfter(starts_on)

export function termSchema(t: TFunction<'cochairs'>) {
  const champion = z.string(t('form.championMissing')).check(z.minLength(3, t('form.championMissing')))
  return z
    .object({
      champions: z.tuple([champion, champion]),
      starts_on: z.string(t('form.startsOnMissing')).check(z.minLength(10, t('form.startsOnMissing'))),
      ends_on: z.nullable(z.string()),
      length_reason: z.string(),
      note: z.string(),
      source: z.string(),
      confidence: z.nullable(z.enum(['read', 'recalled'])),
    })
    .check(
      z.refine(({ champions: [first, second] }) => first !== second, {
        path: ['champions', 1],
        error: t('form.sameTwice'),
      }),
      z.refine(({ starts_on, ends_on }) => ends_on === null || ends_on > starts_on, {
        path: ['ends_on'],
        error: t('form.endsOnBefore'),
      }),
      z.refine((term) => !isOfAnotherLength(term) || term.length_reason.trim() !== '', {
        path: ['length_reason'],
        error: t('form.lengthReasonMissing'),
      }),
    )
}

export type TermValues = z.infer<ReturnType<typeof termSchema>>

export const termBody = ({ source, ...values }: TermValues) => ({
  ...values,
  source: source.trim() || null,
})

import type { TFunction } from 'i18next'
import * as z from 'zod/mini'
import { COMMISSIONS, KINDS } from './processSearch'

export function processSchema(t: TFunction<'processes'>) {
  return z
    .object({
      kind: z.enum(KINDS, t('form.kindMissing')),
      title: z.string().check(z.trim(), z.minLength(1, t('form.titleMissing'))),
      starts_on: z.string(t('form.startsOnMissing')).check(z.minLength(10, t('form.startsOnMissing'))),
      ends_on: z.nullable(z.string()),
      commission: z.nullable(z.enum(COMMISSIONS)),
      round: z.string().check(z.regex(/^$|^([1-9]|1\d|20)$/, t('form.roundInvalid'))),
      about: z.string(),
      place: z.string(),
      outcome: z.string(),
      link: z.string(),
      source: z.string(),
      confidence: z.nullable(z.enum(['read', 'recalled'])),
    })
    .check(
      z.refine(({ starts_on, ends_on }) => ends_on === null || ends_on >= starts_on, {
        path: ['ends_on'],
        error: t('form.endsOnBefore'),
      }),
    )
}

export type ProcessValues = z.infer<ReturnType<typeof processSchema>>

export const processBody = ({ round, source, ...values }: ProcessValues) => ({
  ...values,
  round: round ? Number(round) : null,
  source: source.trim() || null,
})

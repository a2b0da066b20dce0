import type { TFunction } from 'i18next'
import * as z from 'zod/mini'
import { COMMISSIONS } from './championSearch'

type Translate = TFunction<'champions'>

const described = {
  about: z.string(),
  objectives: z.array(z.string()),
}

const recorded = (t: Translate) => ({
  ...described,
  joined_on: z.nullable(z.string()),
  joined_precision: z.enum(['day', 'month']),
  commissions: z.array(z.enum(COMMISSIONS)).check(z.minLength(1, t('form.commissionsMissing'))),
  review_region: z.enum(COMMISSIONS),
  source: z.string(),
  confidence: z.nullable(z.enum(['read', 'recalled'])),
})

/** What a champion's own people write. */
export const describeSchema = () => z.object(described)

/** What the secretariat writes. */
export const recordSchema = (t: Translate) => z.object(recorded(t))

export const newChampionSchema = (t: Translate) =>
  z.object({
    iso3: z.string(t('form.countryMissing')).check(z.minLength(3, t('form.countryMissing'))),
    joined_on: z.nullable(z.string()),
    review_region: z.nullable(z.enum(COMMISSIONS)),
    objectives: z.array(z.string()),
    source: z.string(),
  })

export const leaveSchema = (t: Translate) =>
  z.object({
    left_on: z.string(t('leaveForm.dateMissing')),
    reason: z.string().check(z.trim(), z.minLength(3, t('leaveForm.reasonMissing'))),
  })

import type { TFunction } from 'i18next'
import * as z from 'zod/mini'
import { KINDS } from './activitySearch'

export interface NewActivity {
  title: string
  kind: string
  champion: string | null
}

export const newActivitySchema = (t: TFunction<['activities', 'common']>) =>
  z.object({
    title: z.string().check(z.trim(), z.minLength(1, t('field.titleMissing'))),
    kind: z.enum(KINDS, { error: t('field.kindMissing') }),
    champion: z.nullable(z.string()),
  })

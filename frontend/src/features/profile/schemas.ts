import type { TFunction } from 'i18next'
import * as z from 'zod/mini'
import { LANGUAGE_TAGS } from '@/i18n/languages'

export const profileSchema = (t: TFunction<'profile'>) =>
  z.object({
    name: z.string().check(z.trim(), z.minLength(1, t('nameMissing'))),
    language: z.enum(LANGUAGE_TAGS),
    time_zone: z.string(t('timeZoneMissing')),
    job_title: z.string(),
    phone: z.string(),
  })

export type ProfileFields = z.infer<ReturnType<typeof profileSchema>>

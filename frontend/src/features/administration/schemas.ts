import type { TFunction } from 'i18next'
import * as z from 'zod/mini'
import { LANGUAGE_TAGS } from '@/i18n/languages'
import { DUTY_STATIONS, STANDINGS } from './peopleSearch'

type Translate = TFunction<'administration'>

const someoneBy = (t: Translate) => ({
  name: z.string().check(z.trim(), z.minLength(1, t('form.nameMissing'))),
  email: z.string().check(z.trim(), z.email(t('form.emailInvalid'))),
  standing: z.enum(STANDINGS),
  champion: z.nullable(z.string()),
  is_lead: z.boolean(),
  duty_station: z.nullable(z.enum(DUTY_STATIONS)),
  job_title: z.string(),
  language: z.enum(LANGUAGE_TAGS),
})

const namesTheirChampion = ({ standing, champion }: { standing: string; champion: string | null }): boolean =>
  standing !== 'focal_point' || champion !== null

/** Whom to invite, or who somebody is. A focal point acts for a champion; a lead focal point's own is given already. */
export const personSchema = (t: Translate) =>
  z
    .object(someoneBy(t))
    .check(z.refine(namesTheirChampion, { path: ['champion'], message: t('form.championMissing') }))

export type PersonFields = z.infer<ReturnType<typeof personSchema>>

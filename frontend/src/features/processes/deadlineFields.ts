import type { TFunction } from 'i18next'
import * as z from 'zod/mini'
import type { DeadlineCreate } from '@/api/generated/types.gen'
import { localOf } from '@/i18n/zonedTime'
import { latestInstantOf } from '@/time/localInstant'
import type { ProcessDeadline } from './processQuery'

/** A day, and an hour on the clocks of `zone` where it is known. */
export const deadlineSchema = (t: TFunction<'processes'>, zone: string) =>
  z
    .object({
      title: z.string().check(z.trim(), z.minLength(1, t('deadlines.whatMissing'))),
      day: z.string(t('deadlines.dayMissing')).check(z.minLength(10, t('deadlines.dayMissing'))),
      hour: z.string(),
      text: z.string(),
      link: z.string().check(z.regex(/^(https?:\/\/\S+)?$/, t('deadlines.linkWrong'))),
      is_internal: z.boolean(),
    })
    .check(
      z.refine(({ day, hour }) => !hour || latestInstantOf(`${day}T${hour}`, zone) !== null, {
        path: ['hour'],
        error: t('deadlines.hourSkipped'),
      }),
    )

export type DeadlineFields = z.output<ReturnType<typeof deadlineSchema>>

export const emptyDeadline: DeadlineFields = {
  title: '',
  day: '',
  hour: '',
  text: '',
  link: '',
  is_internal: false,
}

export function fieldsOf(deadline: ProcessDeadline, zone: string): DeadlineFields {
  const { title, text, link, is_internal, due_at, due_on } = deadline
  const [day = '', hour = ''] = due_at ? localOf(due_at, zone).split('T') : [due_on ?? '']
  return { title, day, hour, text, link, is_internal }
}

export const bodyOf = ({ day, hour, ...fields }: DeadlineFields, zone: string): DeadlineCreate => ({
  ...fields,
  ...(hour
    ? { due_on: null, due_at: latestInstantOf(`${day}T${hour}`, zone), time_zone: zone }
    : { due_on: day, due_at: null }),
})

import type { TFunction } from 'i18next'
import * as z from 'zod/mini'
import type { DeadlineCreate } from '@/api/generated/types.gen'
import { dayAndHourOf, instantMeant, isShown } from '@/time/dayAndHour'
import type { ProcessDeadline } from './processQuery'

/** A day, and an hour on the clocks of `zone` where it is known. */
export const deadlineSchema = (t: TFunction<'processes'>, tTime: TFunction<'time'>, zone: string) =>
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
      z.refine((due) => isShown(due, zone), {
        path: ['hour'],
        error: tTime('hourSkipped'),
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
  return { title, ...dayAndHourOf(due_at, due_on, zone), text, link, is_internal }
}

export function bodyOf({ day, hour, ...fields }: DeadlineFields, zone: string): DeadlineCreate {
  const due_at = instantMeant({ day, hour }, zone)
  return { ...fields, due_at, ...(due_at ? { due_on: null, time_zone: zone } : { due_on: day }) }
}

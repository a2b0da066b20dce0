import type { TFunction } from 'i18next'
import * as z from 'zod/mini'

/** The choice that stands for a plan that is still to be started. */
export const NEW_PLAN = 'new'

export interface RollOverFields {
  into: string
  title: string
  starts_on: string | null
  ends_on: string | null
}

/** Title and period are asked for where the plan is new. */
export const rollOverSchema = (t: TFunction<'workplan'>) => {
  const isThere = (field: 'title' | 'starts_on' | 'ends_on', error: string) =>
    z.refine<RollOverFields>((fields) => fields.into !== NEW_PLAN || Boolean(fields[field]), {
      path: [field],
      error,
    })
  return z
    .object({
      into: z.string(),
      title: z.string().check(z.trim()),
      starts_on: z.nullable(z.string()),
      ends_on: z.nullable(z.string()),
    })
    .check(
      isThere('title', t('form.titleRequired')),
      isThere('starts_on', t('form.dayRequired')),
      isThere('ends_on', t('form.dayRequired')),
      z.refine(({ starts_on, ends_on }) => !starts_on || !ends_on || starts_on <= ends_on, {
        path: ['ends_on'],
        error: t('form.planEndsBeforeStart'),
      }),
    )
}

import type { TFunction } from 'i18next'
import * as z from 'zod/mini'
import type { PledgeCreate } from '@/api/generated/types.gen'
import { LANGUAGE_TAGS } from '@/i18n/languages'
import type { Pledge } from './pledgeQuery'
import { KINDS, MODES } from './pledgeSearch'
import { VISIBILITIES } from './usePledgeChoices'

export const pledgeSchema = (t: TFunction<'pledges'>) =>
  z.object({
    title: z.string().check(z.trim(), z.minLength(1, t('field.titleMissing'))),
    champion: z.nullable(z.string()),
    description: z.string(),
    language: z.enum(LANGUAGE_TAGS),
    kind: z.nullable(z.enum(KINDS)),
    mode: z.enum(MODES),
    visibility: z.enum(VISIBILITIES),
    objectives: z.array(z.string()),
    countries: z.array(z.string()),
    regions: z.array(z.string()),
    made_on: z.nullable(z.string()),
    due_on: z.nullable(z.string()),
    amount: z.nullable(z.number()),
    currency: z.nullable(z.string()),
    partners: z.string(),
    states: z.array(z.string()),
    matches_id: z.nullable(z.string()),
    matches_title: z.string(),
    matches_number: z.string(),
    network_number: z.string(),
    processes: z.array(z.string()),
    activities: z.array(z.string()),
  })

export type PledgeFields = z.output<ReturnType<typeof pledgeSchema>>

export const emptyPledge = (language: PledgeFields['language']): PledgeFields => ({
  title: '',
  champion: null,
  description: '',
  language,
  kind: null,
  mode: 'individual',
  visibility: 'public',
  objectives: [],
  countries: [],
  regions: [],
  made_on: null,
  due_on: null,
  amount: null,
  currency: null,
  partners: '',
  states: [],
  matches_id: null,
  matches_title: '',
  matches_number: '',
  network_number: '',
  processes: [],
  activities: [],
})

export const fieldsOf = (pledge: Pledge): PledgeFields => ({
  title: pledge.title,
  champion: pledge.champion.iso3,
  description: pledge.description,
  language: pledge.language,
  kind: pledge.kind,
  mode: pledge.mode,
  visibility: pledge.visibility,
  objectives: pledge.objectives.map(String),
  countries: pledge.countries,
  regions: pledge.regions,
  made_on: pledge.made_on,
  due_on: pledge.due_on,
  amount: pledge.amount,
  currency: pledge.currency,
  partners: pledge.partners,
  states: pledge.states.map(({ iso3 }) => iso3),
  matches_id: pledge.matches?.id ?? null,
  matches_title: pledge.matches_title,
  matches_number: pledge.matches_number,
  network_number: pledge.network_number,
  processes: pledge.processes.map(({ key }) => key),
  activities: pledge.activities.map(({ id }) => id),
})

export const namesStates = (mode: PledgeFields['mode']): boolean =>
  mode === 'common' || mode === 'in_partnership'

/** Without what the chosen kind and mode do not ask for: a choice that was changed leaves nothing behind. */
export function asked(fields: PledgeFields): PledgeFields {
  const { kind, mode, matches_id } = fields
  return {
    ...fields,
    ...(kind !== 'financial' && { amount: null, currency: null }),
    ...(!namesStates(mode) && { states: [] }),
    ...(mode !== 'in_partnership' && { partners: '' }),
    ...(mode !== 'matching' && { matches_id: null, matches_number: '' }),
    ...((mode !== 'matching' || matches_id) && { matches_title: '' }),
  }
}

type Body = Omit<PledgeCreate, 'title' | 'champion'>

/** The API's fields, with the numbers as numbers. */
export const bodyOf = <T extends Partial<PledgeFields>>({
  objectives,
  ...others
}: T): Omit<T, 'objectives'> & Pick<Body, 'objectives'> => ({
  ...others,
  ...(objectives && { objectives: objectives.map(Number) }),
})

import type { TFunction } from 'i18next'
import * as z from 'zod/mini'
import type { ProgrammeBody, ProgrammeChange } from '@/api/generated/types.gen'

export const STAGES = ['proposed', 'in_pipeline', 'approved', 'under_way', 'completed'] as const

export const programmeSchema = (t: TFunction<'mechanism'>) =>
  z
    .object({
      title: z.string().check(z.trim(), z.minLength(1, t('titleMissing'))),
      champion: z.nullable(z.string()),
      summary: z.string(),
      stage: z.enum(STAGES),
      visibility: z.enum(['public', 'members', 'private']),
      propose: z.array(z.string()),
      host: z.array(z.string()),
      fund: z.array(z.string()),
      countries: z.array(z.string()),
      objectives: z.array(z.string()),
      amount_usd: z.nullable(
        z.number().check(z.int(t('programmes.amountWrong')), z.gte(1, t('programmes.amountWrong'))),
      ),
      starts_on: z.nullable(z.string()),
      ends_on: z.nullable(z.string()),
      link: z.string().check(z.regex(/^(https?:\/\/\S+)?$/, t('linkWrong'))),
    })
    .check(
      z.refine(({ starts_on, ends_on }) => !starts_on || !ends_on || ends_on >= starts_on, {
        path: ['ends_on'],
        error: t('programmes.endsOnBefore'),
      }),
    )

export type ProgrammeFields = z.output<ReturnType<typeof programmeSchema>>

const codesOf = (champions: ProgrammeBody['fund'] | undefined) => champions?.map(({ iso3 }) => iso3) ?? []

export const fieldsOf = (programme: ProgrammeBody | undefined): ProgrammeFields => ({
  title: programme?.title ?? '',
  champion: programme?.champion?.iso3 ?? null,
  summary: programme?.summary ?? '',
  stage: programme?.stage ?? 'proposed',
  visibility: programme?.visibility ?? 'public',
  propose: codesOf(programme?.propose),
  host: codesOf(programme?.host),
  fund: codesOf(programme?.fund),
  countries: programme?.countries ?? [],
  objectives: programme?.objectives.map(String) ?? [],
  amount_usd: programme?.amount_usd ?? null,
  starts_on: programme?.starts_on ?? null,
  ends_on: programme?.ends_on ?? null,
  link: programme?.link ?? '',
})

/** As the API takes them; whose record it is is said once, when it is made. */
export const bodyOf = ({ champion: _, objectives, ...fields }: ProgrammeFields): ProgrammeChange => ({
  ...fields,
  objectives: objectives.map(Number),
})

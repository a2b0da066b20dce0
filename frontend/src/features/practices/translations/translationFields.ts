import { changePracticeTranslation, getPracticeTranslation } from '@/api/generated/sdk.gen'
import { ifMatch, type Versioned, withEtag } from '@/api/record'
import type { PracticeBody } from '../practiceQuery'
import type { TranslationBody } from './translationQuery'

/** The words of a practice, in the order in which one reads them. */
export const TEXTS = [
  'title',
  'summary',
  'benefit_and_impact',
  'key_lessons',
  'recommendations',
  'innovation',
  'main_implementing_organization',
  'partners',
  'organizations_involved',
  'cross_cutting_themes',
] as const

export type TextName = (typeof TEXTS)[number]

export type TranslationFields = Record<TextName, string> & { is_machine: boolean }

export function fieldsOf(translation: TranslationBody): TranslationFields {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, translation[name]])) as Record<TextName, string>
  return { ...texts, is_machine: translation.made_by === 'machine' }
}

/** The practice as it reads in the other language; what is no word stays as it is. */
export function inTranslation(practice: PracticeBody, translation: TranslationBody): PracticeBody {
  const { is_machine: _, ...texts } = fieldsOf(translation)
  return { ...practice, ...texts, language: translation.language }
}

/** Reads and writes of one translation, for what saves it as one types. */
export function translationStore(path: { practice_id: string; language: TranslationBody['language'] }) {
  const fields = ({ data, etag }: Versioned<TranslationBody>) => ({ data: fieldsOf(data), etag })
  return {
    load: async () => fields(await withEtag(getPracticeTranslation({ path }))),
    save: async ({ is_machine, ...texts }: Partial<TranslationFields>, etag: string) => {
      const maker = is_machine === undefined ? {} : ({ made_by: is_machine ? 'machine' : 'person' } as const)
      return fields(
        await withEtag(
          changePracticeTranslation({ path, body: { ...texts, ...maker }, headers: ifMatch(etag) }),
        ),
      )
    },
  }
}

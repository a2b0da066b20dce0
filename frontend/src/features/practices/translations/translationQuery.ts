import {
  getPracticeTranslationOptions,
  getPracticeTranslationQueryKey,
  listPracticeTranslationsOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import { getPracticeTranslation } from '@/api/generated/sdk.gen'
import type { TranslationBody, TranslationSummary } from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'
import type { Language } from '@/i18n/languages'

export type { TranslationBody, TranslationSummary }

const at = (practiceId: string, language: Language) => ({ path: { practice_id: practiceId, language } })

export const translationsQuery = (practiceId: string) =>
  listPracticeTranslationsOptions({ path: { practice_id: practiceId } })

export const translationQuery = (practiceId: string, language: Language) =>
  getPracticeTranslationOptions(at(practiceId, language))

/** With the version that is to be changed. */
export const translationRecordQuery = (practiceId: string, language: Language) =>
  recordQuery(getPracticeTranslationQueryKey(at(practiceId, language)), (signal) =>
    getPracticeTranslation({ ...at(practiceId, language), signal }),
  )

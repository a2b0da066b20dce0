import { useQuery } from '@tanstack/react-query'
import type { Language } from '@/i18n/languages'
import type { PracticeBody } from '../practiceQuery'
import { inTranslation } from './translationFields'
import { type TranslationSummary, translationQuery, translationsQuery } from './translationQuery'

export const isReadable = ({ state }: TranslationSummary): boolean =>
  state === 'machine' || state === 'checked' || state === 'older'

/** The practice as it reads in `language`, and how it stands in the others; as it was written until that has come. */
export function useReadingLanguage(original: PracticeBody, language: Language) {
  const translations = useQuery(translationsQuery(original.id)).data?.items ?? []
  const wanted = translations.find((one) => one.language === language && isReadable(one))
  const translation = useQuery({
    ...translationQuery(original.id, language),
    enabled: wanted !== undefined,
  }).data
  return {
    translations,
    shown: translation && wanted,
    practice: translation && wanted ? inTranslation(original, translation) : original,
  }
}

import { useTranslation } from 'react-i18next'
import { TEXTS, type TextName, type TranslationFields } from './translationFields'

/** What each text of a translation is called, as in the practice itself. */
export function useTranslationLabels(): Record<keyof TranslationFields, string> {
  const { t } = useTranslation(['translations', 'practices'])
  const texts = Object.fromEntries(TEXTS.map((name) => [name, t(`practices:field.${name}`)]))
  return { ...(texts as Record<TextName, string>), is_machine: t('editor.isMachine') }
}

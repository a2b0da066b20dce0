import { useTranslation } from 'react-i18next'
import { LANGUAGE_TAGS } from './languages'
import { useFormat } from './useFormat'

/** The six languages to choose from, by their names in the reader's. A choice begins with a capital, whatever a sentence does. */
export function useLanguageChoices() {
  const { i18n } = useTranslation()
  const format = useFormat()
  return LANGUAGE_TAGS.map((value) => {
    const [initial = '', ...rest] = format.language(value)
    return { value, label: initial.toLocaleUpperCase(i18n.language) + rest.join('') }
  })
}

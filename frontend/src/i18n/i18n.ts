import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isolated } from './isolated'
import { directionOf, isLanguage, type Language, STORED_LANGUAGE } from './languages'

export type Texts = Record<string, unknown>

const languages = import.meta.glob<{
  first: Record<string, Texts>
  others: Record<string, () => Promise<{ default: Texts }>>
}>('./texts/*.ts')

/**
 * A namespace is a file of its own and arrives with the screen that asks for it; nobody downloads the list of those of a
 * language that they do not read. What a language lacks falls back to English.
 */
const localeFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: async (language, namespace) => {
    const texts = await languages[`./texts/${language}.ts`]?.()
    const known = texts?.first[namespace]
    return known ?? (await texts?.others[`../locales/${language}/${namespace}.json`]?.())?.default ?? {}
  },
}

export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en'
}

/** React escapes; what this does is keep a Latin name or title from pulling the Arabic around it to its side. */
const inItsOwnDirection = (value: string): string =>
  directionOf(currentLanguage()) === 'rtl' ? isolated(value) : value

export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    if (!isLanguage(language)) return
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
  })
  await i18next
    .use(localeFiles)
    .use(initReactI18next)
    .init({
      lng: isLanguage(document.documentElement.lang) ? document.documentElement.lang : 'en',
      fallbackLng: 'en',
      ns: ['common', 'shell'],
      defaultNS: 'common',
      interpolation: { escape: inItsOwnDirection },
      partialBundledLanguages: true,
    })
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED_LANGUAGE, language)
  await i18next.changeLanguage(language)
}

import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { directionOf, isLanguage, type Language, STORED_LANGUAGE } from './languages'

const files = import.meta.glob<{ default: Record<string, unknown> }>('./locales/*/*.json')

/** A namespace is a file of its own and arrives with the screen that asks for it; what a language lacks falls back to English. */
const localeFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: async (language, namespace) =>
    (await files[`./locales/${language}/${namespace}.json`]?.())?.default ?? {},
}

export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en'
}

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
      interpolation: { escapeValue: false },
      partialBundledLanguages: true,
    })
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED_LANGUAGE, language)
  await i18next.changeLanguage(language)
}

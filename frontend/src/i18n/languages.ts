/** The six official languages of the United Nations, each by its own name. */
export const LANGUAGES = {
  ar: 'العربية',
  zh: '中文',
  en: 'English',
  fr: 'Français',
  ru: 'Русский',
  es: 'Español',
} as const

export type Language = keyof typeof LANGUAGES

export const STORED_LANGUAGE = 'champions.language'

export function isLanguage(tag: unknown): tag is Language {
  return typeof tag === 'string' && tag in LANGUAGES
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

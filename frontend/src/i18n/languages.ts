/** The six official languages of the United Nations, in its order. */
export const LANGUAGE_TAGS = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const

export type Language = (typeof LANGUAGE_TAGS)[number]

/** Each language by its own name. */
export const LANGUAGES: Record<Language, string> = {
  ar: 'العربية',
  zh: '中文',
  en: 'English',
  fr: 'Français',
  ru: 'Русский',
  es: 'Español',
}

export const STORED_LANGUAGE = 'champions.language'

export function isLanguage(tag: unknown): tag is Language {
  return typeof tag === 'string' && tag in LANGUAGES
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/session/useSession'
import { createFormatters, type Formatters } from './format'
import { isLanguage } from './languages'

/** Dates, numbers and lists in the language of the screen and the zone of the reader (their profile's, else the device's). */
export function useFormat(): Formatters {
  const { i18n } = useTranslation()
  const zone = useSession()?.person.time_zone
  const language = isLanguage(i18n.language) ? i18n.language : 'en'
  return useMemo(() => createFormatters(language, zone), [language, zone])
}

import { useTranslation } from 'react-i18next'
import { calendarMonths } from './sixMonths'

interface Period {
  starts_on: string
  ends_on: string
}

/** "6 months" where a period is whole calendar months, "8 days" where it is short, "about 5 months" else. */
export function useLengthInWords() {
  const { t } = useTranslation('cochairs')
  return ({ starts_on, ends_on }: Period): string => {
    const whole = calendarMonths(starts_on, ends_on)
    if (whole !== null) return t('length.months', { count: whole })
    const days = Math.round((Date.parse(ends_on) - Date.parse(starts_on)) / 86_400_000)
    if (days < 62) return t('length.days', { count: days })
    return t('length.aboutMonths', { count: Math.round(days / 30.44) })
  }
}

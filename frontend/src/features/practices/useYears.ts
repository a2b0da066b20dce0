import { useTranslation } from 'react-i18next'

/** "2023–2025", "since 2022", "2024" */
export function useYears() {
  const { t } = useTranslation('practices')
  return (startsOn: string | null, endsOn: string | null): string | null => {
    const from = startsOn?.slice(0, 4)
    const to = endsOn?.slice(0, 4)
    if (!from) return null
    if (!to) return t('years.since', { year: from })
    return from === to ? t('years.one', { year: from }) : t('years.span', { from, to })
  }
}

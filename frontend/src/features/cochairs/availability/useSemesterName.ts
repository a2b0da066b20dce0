import { useTranslation } from 'react-i18next'

/** "January–June 2027" for "2027-01-01". */
export function useSemesterName() {
  const { t } = useTranslation('rotation')
  return (startsOn: string): string =>
    t(startsOn.slice(5, 7) === '07' ? 'semester.second' : 'semester.first', { year: startsOn.slice(0, 4) })
}

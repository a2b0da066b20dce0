import { useTranslation } from 'react-i18next'
import { inOneLine } from '@/i18n/isolated'
import type { Person } from './peopleQuery'

/** What somebody is, in a few words: "Focal point of Morocco, leads its people". */
export function usePersonWords() {
  const { t } = useTranslation('administration')

  const standing = ({ champion, is_lead, standing }: Person): string =>
    champion
      ? t(is_lead ? 'person.leadOf' : 'person.focalPointOf', { champion: champion.name })
      : t(`standing.${standing}`)

  const context = (person: Person): string =>
    inOneLine([
      standing(person),
      person.job_title,
      person.duty_station && t(`dutyStation.${person.duty_station}`),
    ])

  return { standing, context }
}

import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import { useCountries, useTerms } from '@/vocabularies/useTerms'
import type { FileOfVersion } from './files/practiceFiles'
import { LICENCE_NAMES } from './practiceSearch'
import { useRegionNames } from './useRegionNames'

/** How the value of a field reads: texts as they are, days and the words of vocabularies in the reader's language. */
export function useShownValue(): (field: string, value: unknown) => string {
  const { t } = useTranslation('practices')
  const format = useFormat()
  const countries = useCountries()
  const { nameOf } = useRegionNames()
  const vocabularies = {
    objectives_primary: useTerms('objectives'),
    objectives_secondary: useTerms('objectives'),
    guiding_principles: useTerms('principles'),
    sdgs: useTerms('sdgs'),
  }
  const worded = (field: keyof typeof vocabularies, number: unknown) =>
    `${number} ${vocabularies[field].find((term) => term.number === Number(number))?.title ?? ''}`
  const one = (field: string, value: string): string => {
    if (field in vocabularies) return worded(field as keyof typeof vocabularies, value)
    if (field === 'countries') return countries.find(({ iso3 }) => iso3 === value)?.name ?? value
    if (field === 'regions') return nameOf(value) ?? value
    if (field === 'starts_on' || field === 'ends_on') return format.date(value)
    if (field === 'type_of_practice') return t(`type.${value as 'event'}`)
    if (field === 'geographic_scope') return t(`scope.${value as 'global'}`)
    if (field === 'language') return format.language(value)
    if (field === 'visibility') return t(`visibility.${value as 'public'}`)
    if (field === 'licence') return t(`licence.${LICENCE_NAMES[value as keyof typeof LICENCE_NAMES]}`)
    return value
  }
  return (field, value) => {
    if (value === null || value === undefined || value === '') return ''
    if (field === 'files') return (value as FileOfVersion[]).map(({ title }) => title).join('\n')
    if (Array.isArray(value))
      return value
        .map((each) => one(field, String(each)))
        .join(field === 'additional_resources' ? '\n' : ', ')
    return one(field, String(value))
  }
}

import { useTranslation } from 'react-i18next'
import { noFields, type PracticeFields } from './practiceFields'

const NAMES = Object.keys(noFields('en')) as (keyof PracticeFields)[]

/** What each field of the form is called. */
export function useFieldLabels(): Record<keyof PracticeFields, string> {
  const { t } = useTranslation('practices')
  return Object.fromEntries(NAMES.map((name) => [name, t(`field.${name}`)])) as Record<
    keyof PracticeFields,
    string
  >
}

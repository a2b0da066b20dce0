import { useTranslation } from 'react-i18next'
import { FORM_ORDER } from './formSteps'
import type { PracticeFields } from './practiceFields'

/** What each field of the form is called. */
export function useFieldLabels(): Record<keyof PracticeFields, string> {
  const { t } = useTranslation('practices')
  return Object.fromEntries(FORM_ORDER.map((name) => [name, t(`field.${name}`)])) as Record<
    keyof PracticeFields,
    string
  >
}

import { useTranslation } from 'react-i18next'
import { type FieldName, FORM_ORDER } from './formSteps'

/** What each field of the form is called. */
export function useFieldLabels(): Record<FieldName, string> {
  const { t } = useTranslation('practices')
  const names: FieldName[] = [...FORM_ORDER, 'known_acronyms']
  return Object.fromEntries(names.map((name) => [name, t(`field.${name}`)])) as Record<FieldName, string>
}

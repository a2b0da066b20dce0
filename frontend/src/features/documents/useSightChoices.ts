import { useTranslation } from 'react-i18next'
import type { DocumentVisibility } from '@/api/generated/types.gen'

const SIGHTS: readonly DocumentVisibility[] = ['members', 'observers', 'public']

/** Who may see a document, in words. */
export function useSightChoices() {
  const { t } = useTranslation('documents')
  return SIGHTS.map((value) => ({ value, label: t(`visibility.${value}`) }))
}

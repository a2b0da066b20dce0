import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import { StatusBadge } from './StatusBadge'

const SOON = 14

/** "54 days late" in red, "4 days left" in amber, further away in grey. */
export function DueBadge({ on }: { on: string }) {
  const { t } = useTranslation()
  const days = useFormat().daysUntil(on)
  if (days < 0) return <StatusBadge tone="late">{t('daysLate', { count: -days })}</StatusBadge>
  return <StatusBadge tone={days <= SOON ? 'soon' : 'quiet'}>{t('daysLeft', { count: days })}</StatusBadge>
}

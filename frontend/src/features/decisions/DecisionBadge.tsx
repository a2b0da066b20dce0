import { useTranslation } from 'react-i18next'
import type { DecisionBody } from '@/api/generated/types.gen'
import { StatusBadge } from '@/components/StatusBadge'

/** Whether the minutes that tell it are adopted: until then its words may change. */
export function DecisionBadge({ decision }: { decision: DecisionBody }) {
  const { t } = useTranslation('decisions')
  return decision.is_adopted ? (
    <StatusBadge tone="done">{t('adopted')}</StatusBadge>
  ) : (
    <StatusBadge tone="soon">{t('notAdopted')}</StatusBadge>
  )
}

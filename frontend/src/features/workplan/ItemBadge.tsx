import { useTranslation } from 'react-i18next'
import type { WorkplanItemSummary } from '@/api/generated/types.gen'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import type { ItemStatus } from './search'

export const TONES: Record<ItemStatus, Tone> = {
  not_started: 'quiet',
  on_track: 'active',
  at_risk: 'soon',
  delayed: 'soon',
  done: 'done',
  dropped: 'quiet',
}

interface Props {
  item: Pick<WorkplanItemSummary, 'status' | 'is_overdue' | 'days_late'>
}

/** What matters most about an item: "54 days late" where it is overdue, else where it stands. */
export function ItemBadge({ item }: Props) {
  const { t } = useTranslation(['workplan', 'common'])
  if (item.is_overdue) {
    return <StatusBadge tone="late">{t('common:daysLate', { count: item.days_late })}</StatusBadge>
  }
  return <StatusBadge tone={TONES[item.status]}>{t(`status.${item.status}`)}</StatusBadge>
}

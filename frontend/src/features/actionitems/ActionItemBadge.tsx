import { useTranslation } from 'react-i18next'
import { DueBadge } from '@/components/DueBadge'
import { StatusBadge } from '@/components/StatusBadge'
import type { ActionItem } from './actionItemQuery'

/** How urgent an open item is, and what became of a closed one. */
export function ActionItemBadge({ item }: { item: ActionItem }) {
  const { t } = useTranslation('actionitems')
  if (item.status !== 'open') {
    return (
      <StatusBadge tone={item.status === 'done' ? 'done' : 'quiet'}>{t(`status.${item.status}`)}</StatusBadge>
    )
  }
  if (item.asked_due_on) return <StatusBadge tone="active">{t('wish.badge')}</StatusBadge>
  return item.due_on ? <DueBadge on={item.due_on} /> : <StatusBadge tone="quiet">{t('noDue')}</StatusBadge>
}

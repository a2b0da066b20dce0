import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import type { ActivityInList } from './activityQuery'

const TONES: Record<ActivityInList['status'], Tone> = {
  idea: 'quiet',
  planned: 'active',
  confirmed: 'active',
  held: 'done',
  reported: 'done',
  postponed: 'soon',
  cancelled: 'quiet',
}

/** Where it stands; to those who can say so, that its last day has passed and nobody has. */
export function ActivityStatusBadge({
  activity,
}: {
  activity: Pick<ActivityInList, 'status' | 'is_over' | 'actions'>
}) {
  const { t } = useTranslation('activities')
  if (activity.is_over && activity.actions.includes('hold'))
    return <StatusBadge tone="soon">{t('status.unsaid')}</StatusBadge>
  return <StatusBadge tone={TONES[activity.status]}>{t(`status.${activity.status}`)}</StatusBadge>
}

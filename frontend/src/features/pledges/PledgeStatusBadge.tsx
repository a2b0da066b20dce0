import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import type { PledgeInList } from './pledgeQuery'

const TONES: Record<PledgeInList['status'], Tone> = {
  draft: 'quiet',
  made: 'active',
  in_progress: 'active',
  fulfilled: 'done',
  partly_fulfilled: 'soon',
  discontinued: 'quiet',
}

/** Where it stands; that a report is due comes before that it is open. */
export function PledgeStatusBadge({ pledge }: { pledge: Pick<PledgeInList, 'status' | 'is_report_due'> }) {
  const { t } = useTranslation('pledges')
  if (pledge.is_report_due) return <StatusBadge tone="soon">{t('reportDue')}</StatusBadge>
  return <StatusBadge tone={TONES[pledge.status]}>{t(`status.${pledge.status}`)}</StatusBadge>
}

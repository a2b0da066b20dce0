import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import type { PracticeSummary } from './practiceQuery'

type Status = PracticeSummary['status']

const TONES: Record<Status, Tone> = {
  draft: 'quiet',
  submitted: 'active',
  under_review: 'active',
  changes_requested: 'soon',
  accepted: 'active',
  published: 'done',
  withdrawn: 'quiet',
}

export function PracticeStatusBadge({ status }: { status: Status }) {
  const { t } = useTranslation('practices')
  return <StatusBadge tone={TONES[status]}>{t(`status.${status}`)}</StatusBadge>
}

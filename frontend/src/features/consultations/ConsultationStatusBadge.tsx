import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import type { ConsultationInList } from './consultationQuery'

const TONES: Record<ConsultationInList['status'], Tone> = {
  draft: 'quiet',
  open: 'active',
  closed: 'soon',
  concluded: 'done',
  withdrawn: 'quiet',
}

export function ConsultationStatusBadge({ status }: { status: ConsultationInList['status'] }) {
  const { t } = useTranslation('consultations')
  return <StatusBadge tone={TONES[status]}>{t(`status.${status}`)}</StatusBadge>
}

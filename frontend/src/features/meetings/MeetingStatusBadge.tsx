import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import type { MeetingInList } from './meetingQuery'

const TONES: Record<MeetingInList['status'], Tone> = {
  planned: 'quiet',
  agenda_open: 'active',
  agenda_circulated: 'active',
  held: 'soon',
  minutes_circulated: 'active',
  closed: 'done',
  postponed: 'soon',
  cancelled: 'quiet',
}

export function MeetingStatusBadge({ status }: { status: MeetingInList['status'] }) {
  const { t } = useTranslation('meetings')
  return <StatusBadge tone={TONES[status]}>{t(`status.${status}`)}</StatusBadge>
}

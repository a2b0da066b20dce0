import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import type { DatePollInList } from './datePollQuery'

const TONES: Record<DatePollInList['status'], Tone> = {
  draft: 'quiet',
  open: 'active',
  ended: 'soon',
  closed: 'done',
  cancelled: 'quiet',
}

export function DatePollStatusBadge({ status }: { status: DatePollInList['status'] }) {
  const { t } = useTranslation('datepolls')
  return <StatusBadge tone={TONES[status]}>{t(`status.${status}`)}</StatusBadge>
}

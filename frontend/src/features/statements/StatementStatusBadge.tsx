import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import type { StatementInList } from './statementQuery'

const TONES: Record<StatementInList['status'], Tone> = {
  drafting: 'quiet',
  under_silence: 'active',
  silence_broken: 'late',
  adopted: 'done',
  delivered: 'done',
  withdrawn: 'quiet',
}

export function StatementStatusBadge({ status }: { status: StatementInList['status'] }) {
  const { t } = useTranslation('statements')
  return <StatusBadge tone={TONES[status]}>{t(`status.${status}`)}</StatusBadge>
}

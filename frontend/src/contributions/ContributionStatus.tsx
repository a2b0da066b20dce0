import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import type { ContributionKind } from './contributions'

/** The words of a status are those of its room. */
const ROOMS = {
  statement: 'statements',
  activity: 'activities',
  pledge: 'pledges',
  workplan_item: 'workplan',
  practice: 'practices',
} as const satisfies Record<ContributionKind, string>

const TONES: Record<string, Tone> = {
  under_silence: 'active',
  silence_broken: 'late',
  adopted: 'done',
  delivered: 'done',
  planned: 'active',
  confirmed: 'active',
  held: 'done',
  reported: 'done',
  postponed: 'soon',
  made: 'active',
  in_progress: 'active',
  fulfilled: 'done',
  on_track: 'active',
  at_risk: 'soon',
  delayed: 'soon',
  done: 'done',
  published: 'done',
}

interface Props {
  kind: ContributionKind
  status: string
}

export function ContributionStatus({ kind, status }: Props) {
  const { t } = useTranslation(ROOMS[kind])
  return <StatusBadge tone={TONES[status] ?? 'quiet'}>{t(`status.${status}` as never)}</StatusBadge>
}

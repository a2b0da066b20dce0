import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import type { ContributionKind } from './contributions'

/** Where the words of a status are: in the texts of its room. */
const ROOMS = {
  statement: ['statements', 'status'],
  activity: ['activities', 'status'],
  pledge: ['contributions', 'pledge.status'],
  workplan_item: ['workplan', 'status'],
  practice: ['practices', 'status'],
} as const satisfies Record<ContributionKind, readonly [string, string]>

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
  const [room, words] = ROOMS[kind]
  const { t } = useTranslation(room)
  return <StatusBadge tone={TONES[status] ?? 'quiet'}>{t(`${words}.${status}` as never)}</StatusBadge>
}

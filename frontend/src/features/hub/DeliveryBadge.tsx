import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import type { DeliverySummary } from './hubQuery'

const TONES = {
  queued: 'soon',
  onItsWay: 'active',
  delivered: 'active',
  accepted: 'active',
  published: 'done',
  refused: 'late',
  withdrawn: 'quiet',
  given_up: 'late',
  skipped: 'quiet',
  superseded: 'quiet',
} as const satisfies Record<string, Tone>

/** Where a delivery stands: the Hub's word where it has given one, else how far it has come. */
export function DeliveryBadge({ delivery }: { delivery: DeliverySummary }) {
  const { t } = useTranslation('hub')
  const { state, hub_status: said, is_on_its_way: isOnItsWay } = delivery
  const word = state === 'delivered' ? (said ?? state) : isOnItsWay ? 'onItsWay' : state
  return <StatusBadge tone={TONES[word]}>{t(`state.${word}`)}</StatusBadge>
}

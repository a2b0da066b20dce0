import { useTranslation } from 'react-i18next'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/i18n/useFormat'
import type { Person } from './peopleQuery'

/** Where an account stands, if there is something to know: ended, or an invitation that nobody took up yet. */
export function PersonBadge({ person }: { person: Person }) {
  const { t } = useTranslation('administration')
  const format = useFormat()
  if (person.ended_at) {
    return <StatusBadge tone="quiet">{t('badge.ended', { date: format.date(person.ended_at) })}</StatusBadge>
  }
  if (person.has_signed_in) {
    return person.last_seen_at ? t('badge.seen', { when: format.ago(person.last_seen_at) }) : null
  }
  if (person.invitation_expires_at) {
    const date = format.date(person.invitation_expires_at)
    return <StatusBadge tone="soon">{t('badge.invited', { date })}</StatusBadge>
  }
  return <StatusBadge tone="late">{t('badge.expired')}</StatusBadge>
}

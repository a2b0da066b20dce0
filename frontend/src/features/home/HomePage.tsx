import { useTranslation } from 'react-i18next'
import { PageHeader } from '@/components/PageHeader'
import { daysBetween, readerZone } from '@/i18n/format'
import { useFormat } from '@/i18n/useFormat'
import type { Session } from '@/session/sessionQuery'

/** What is due for me now, and what stands around it. */
export function HomePage({ session }: { session: Session }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const now = new Date()
  const summary = [format.weekday(now.toISOString()), useTermDay(session, now)].filter(Boolean).join(' · ')
  return <PageHeader title={t(`greeting.${partOfDay(now)}`)} summary={summary} />
}

function useTermDay({ co_chair_term: term }: Session, now: Date): string | null {
  const { t } = useTranslation('home')
  if (!term) return null
  const zone = readerZone()
  const day = daysBetween(new Date(term.starts_on), now, zone) + 1
  const total = daysBetween(new Date(term.starts_on), new Date(term.ends_on), zone)
  return day > 0 && day <= total ? t('termDay', { day, total }) : null
}

function partOfDay(now: Date): 'morning' | 'afternoon' | 'evening' {
  if (now.getHours() < 12) return 'morning'
  return now.getHours() < 18 ? 'afternoon' : 'evening'
}

import { useTranslation } from 'react-i18next'
import type { OverviewBody } from '@/api/generated/types.gen'
import { useFormat } from '@/i18n/useFormat'
import { sentence } from './sentence'

/** "Tuesday 24 November · term day 147 of 184 · next pair: Bangladesh and Luxembourg" */
export function StandingLine({ overview }: { overview: OverviewBody | undefined }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const term = overview?.current_term
  const next = overview?.next_term
  const words = [
    format.weekday(new Date().toISOString()),
    term &&
      t('termDay', {
        day: format.number(1 - format.daysUntil(term.starts_on)),
        total: format.number(format.daysUntil(term.ends_on) - format.daysUntil(term.starts_on)),
      }),
    next && t('nextPair', { pair: format.list(next.champions.map(({ name }) => name)) }),
  ]
  return <>{sentence(words)}</>
}

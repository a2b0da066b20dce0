import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import type { ChampionInList } from './championQuery'

type Membership = Pick<ChampionInList, 'joined_on' | 'joined_precision' | 'left_on' | 'is_current'>

/** "joined in July 2020", "left on 3 March 2026", or nothing where no day is on record. */
export function useMembership() {
  const { t } = useTranslation('champions')
  const format = useFormat()

  return ({ joined_on, joined_precision, left_on, is_current }: Membership): string[] => {
    const told: string[] = []
    const joinsLater = joined_on !== null && !is_current && left_on === null
    if (joinsLater) told.push(t('willJoin', { date: format.date(joined_on) }))
    else if (joined_on && joined_precision === 'month')
      told.push(t('joinedMonth', { month: format.month(joined_on) }))
    else if (joined_on) told.push(t('joinedDay', { date: format.date(joined_on) }))
    if (left_on) told.push(t(is_current ? 'willLeave' : 'left', { date: format.date(left_on) }))
    return told
  }
}

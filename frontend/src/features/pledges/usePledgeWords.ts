import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import type { PledgeInList } from './pledgeQuery'

type Makers = Pick<PledgeInList, 'champion' | 'states'>
type Days = Pick<PledgeInList, 'made_on' | 'due_on'>
type Money = Pick<PledgeInList, 'amount' | 'currency'>

/** A pledge's circumstances in words, as far as they are known. */
export function usePledgeWords() {
  const { t, i18n } = useTranslation('pledges')
  const format = useFormat()
  return {
    /** "The Gambia with Morocco and Senegal": those who declined are left out. */
    who: ({ champion, states }: Makers): string => {
      const others = states.filter(({ voice }) => voice !== 'declined').map(({ name }) => name)
      return others.length > 0
        ? t('madeWith', { champion: champion.name, others: format.list(others) })
        : champion.name
    },
    when: ({ made_on, due_on }: Days): string =>
      [
        made_on && t('madeOn', { date: format.date(made_on) }),
        due_on && t('dueOn', { date: format.date(due_on) }),
      ]
        .filter(Boolean)
        .join(' · '),
    /** "EUR 1,500,000" */
    amount: ({ amount, currency }: Money): string =>
      amount !== null && currency
        ? new Intl.NumberFormat(i18n.language, {
            style: 'currency',
            currency,
            currencyDisplay: 'code',
            maximumFractionDigits: 0,
          }).format(amount)
        : '',
  }
}

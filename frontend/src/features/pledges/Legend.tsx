import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './Bars.module.css'
import type { PledgeSearch } from './PledgesPage'
import type { Bar } from './pledgeQuery'
import { MADE_STATUSES } from './pledgeSearch'

/** What the colours of the bars mean, how many pledges stand so, and the way to them. */
export function Legend({ total, search }: { total: Bar; search: PledgeSearch }) {
  const { t } = useTranslation('pledges')
  const format = useFormat()
  return (
    <ul className={classes.legend}>
      {MADE_STATUSES.filter((status) => total[status] > 0).map((status) => (
        <li key={status}>
          <span className={classes.swatch} data-status={status} aria-hidden />
          <TextLink to="/pledges" search={{ ...search, status: [status] }}>
            {t(`status.${status}`)}
          </TextLink>{' '}
          {format.number(total[status])}
        </li>
      ))}
    </ul>
  )
}

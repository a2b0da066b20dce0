import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import classes from './Contributions.module.css'
import type { ContributionKind } from './contributions'

interface Props {
  counts: readonly { kind: ContributionKind; count: number }[]
}

/** How many of each kind, in a line; a hollow place where there is nothing yet. */
export function ContributionCounts({ counts }: Props) {
  const { t } = useTranslation('contributions')
  const format = useFormat()
  return (
    <ul className={classes.counts} aria-label={t('title')}>
      {counts.map(({ kind, count }) => (
        <li key={kind} className={classes.count} data-nothing={count === 0 || undefined}>
          <b className={classes.number}>{format.number(count)}</b>
          <span>{t(`${kind}.count`, { count })}</span>
        </li>
      ))}
    </ul>
  )
}

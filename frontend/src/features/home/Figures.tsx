import { useTranslation } from 'react-i18next'
import type { OverviewFigures } from '@/api/generated/types.gen'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './Figures.module.css'

/** The Initiative in three figures, each leading to what it counts. */
export function Figures({ figures }: { figures: OverviewFigures }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const told = [
    {
      to: '/champions',
      value: figures.champions,
      label: t('figures.champions', { count: figures.champions }),
    },
    {
      to: '/practices',
      value: figures.published_practices,
      label: t('figures.practices', { count: figures.published_practices }),
    },
    {
      to: '/activities',
      value: figures.activities,
      label: t('figures.activities', { count: figures.activities }),
    },
  ]
  return (
    <ul className={classes.figures}>
      {told.map(({ to, value, label }) => (
        <li key={to}>
          <TextLink look="title" to={to} className={classes.figure}>
            <span className={classes.value}>{format.number(value)}</span>
            <span className={classes.label}>{label}</span>
          </TextLink>
        </li>
      ))}
    </ul>
  )
}

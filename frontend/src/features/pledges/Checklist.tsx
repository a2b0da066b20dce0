import { IconCheck, IconCircleDashed } from '@tabler/icons-react'
import { type Control, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import { checklist, LONGEST, SHORTEST } from './checklist'
import classes from './Pledges.module.css'
import type { PledgeFields } from './pledgeFields'

const POINTS = ['concrete', 'measurable', 'timeBound'] as const

/** How far the text is from what the public form asks: its length, and whether it is concrete, measurable, time-bound. */
export function Checklist({ control }: { control: Control<PledgeFields> }) {
  const { t } = useTranslation('pledges')
  const format = useFormat()
  const [description, amount, due_on] = useWatch({ control, name: ['description', 'amount', 'due_on'] })
  const met = checklist({ description, amount, due_on })
  return (
    <div className={classes.checklist}>
      <p>
        {t('form.length', {
          length: format.number(description.trim().length),
          shortest: format.number(SHORTEST),
          longest: format.number(LONGEST),
        })}
      </p>
      <ul>
        {POINTS.map((point) => (
          <li key={point} data-met={met[point]}>
            {met[point] ? (
              <IconCheck size={16} stroke={2} aria-label={t('check.met')} />
            ) : (
              <IconCircleDashed size={16} stroke={1.75} aria-label={t('check.open')} />
            )}
            {t(`check.${point}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}

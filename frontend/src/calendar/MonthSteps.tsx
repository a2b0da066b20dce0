import { ActionIcon, Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Month, moved } from './calendarMonth'
import classes from './MonthSteps.module.css'

interface Props {
  month: Month
  present: Month
  /** `undefined`: the present month. */
  onMonth: (month: Month | undefined) => void
}

/** The month before, the month after, and back to the present one. */
export function MonthSteps({ month, present, onMonth }: Props) {
  const { t } = useTranslation('time')
  return (
    <div className={classes.steps} data-print="hide">
      {month !== present && (
        <Button size="xs" onClick={() => onMonth(undefined)}>
          {t('calendar.today')}
        </Button>
      )}
      <ActionIcon aria-label={t('calendar.previous')} onClick={() => onMonth(moved(month, -1))}>
        <IconChevronLeft size={18} stroke={1.75} className={classes.arrow} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t('calendar.next')} onClick={() => onMonth(moved(month, 1))}>
        <IconChevronRight size={18} stroke={1.75} className={classes.arrow} aria-hidden />
      </ActionIcon>
    </div>
  )
}

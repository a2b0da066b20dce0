import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { Countdown } from '@/components/Countdown'
import { Deadline } from '@/components/Deadline'
import { useFormat } from '@/i18n/useFormat'
import classes from './Processes.module.css'
import type { Process } from './processQuery'

/** The days until it begins, or ends, and what is due before. */
export function CountdownCard({ process }: { process: Process }) {
  const { t } = useTranslation('processes')
  const format = useFormat()
  const { next_deadline: next, phase, starts_on, ends_on } = process
  if (phase === 'over' && !next) return null
  const event = phase === 'ahead' ? 'begins' : 'ends'
  const days = format.daysUntil(phase === 'ahead' ? starts_on : ends_on)
  return (
    <Card>
      <div className={classes.countdown}>
        {phase !== 'over' && (
          <Countdown days={format.number(days)}>{t(`countdown.${event}`, { count: days })}</Countdown>
        )}
        {next && (
          <div className={classes.next}>
            <p className={classes.quiet}>{t('countdown.next')}</p>
            <p className={classes.due}>
              <bdi>{next.title}</bdi>
            </p>
            <p className={classes.quiet}>
              {next.due_at ? <Deadline at={next.due_at} /> : next.due_on && format.fullDate(next.due_on)}
            </p>
          </div>
        )}
      </div>
    </Card>
  )
}

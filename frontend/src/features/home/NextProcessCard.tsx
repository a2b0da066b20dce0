import { useTranslation } from 'react-i18next'
import type { OverviewBody } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { Countdown } from '@/components/Countdown'
import { Deadline } from '@/components/Deadline'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './NextMeetingCard.module.css'

interface Props {
  process: NonNullable<OverviewBody['next_process']>
}

/** The days until the next process asks for something or begins, and where there is nothing to bring yet. */
export default function NextProcessCard({ process }: Props) {
  const { t } = useTranslation(['processes', 'contributions'])
  const format = useFormat()
  const next = process.next_deadline
  const due = next?.due_at ?? next?.due_on
  const count = format.daysUntil(due ?? process.starts_on)
  const missing = process.contributions.filter((brought) => brought.count === 0)
  return (
    <Card title={t('countdown.title')}>
      <CardBody>
        <Countdown days={format.number(count)}>
          {next ? t('countdown.due', { count, title: next.title }) : t('countdown.begins', { count })}
        </Countdown>
        <p className={classes.agenda}>
          <TextLink to="/processes/$processId" params={{ processId: process.id }}>
            <bdi>{process.title}</bdi>
          </TextLink>
        </p>
        <p className={classes.quiet}>
          {next?.due_at ? <Deadline at={next.due_at} /> : format.fullDate(due ?? process.starts_on)}
        </p>
        {missing.length > 0 && (
          <p className={classes.quiet}>
            {t('countdown.nothingYet', {
              kinds: format.list(missing.map(({ kind }) => t(`contributions:${kind}.count`, { count: 0 }))),
            })}
          </p>
        )}
      </CardBody>
    </Card>
  )
}

import { useTranslation } from 'react-i18next'
import { ChampionNames } from '@/components/Champion'
import { Deadline } from '@/components/Deadline'
import { ConfidenceMark, DemonstrationMark } from '@/components/Mark'
import { Row } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './ProcessRow.module.css'
import type { ProcessInList } from './processQuery'

/** Title; when and where; what is due next; what the Champions bring; what came of it. */
export function ProcessRow({ process }: { process: ProcessInList }) {
  const { t } = useTranslation(['processes', 'contributions'])
  const format = useFormat()
  const context = [
    format.dateRange(process.starts_on, process.ends_on),
    process.place,
    t(`kind.${process.kind}`),
    process.commission,
    process.round && t('round', { round: process.round }),
  ]
  const brought = process.contributions
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${format.number(count)} ${t(`contributions:${kind}.count`, { count })}`)
  const { next_deadline: next } = process

  return (
    <Row
      title={
        <TextLink look="title" to="/processes/$processId" params={{ processId: process.id }}>
          <bdi>{process.title}</bdi>
        </TextLink>
      }
      context={context.filter(Boolean).join(' · ')}
      aside={
        <>
          {process.phase === 'under_way' && <StatusBadge tone="active">{t('phase.under_way')}</StatusBadge>}
          {process.phase === 'ahead' && <span>{format.relativeDays(process.starts_on)}</span>}
        </>
      }
    >
      {next && (
        <p className={classes.line}>
          {t('countdown.next')}: <bdi>{next.title}</bdi>,{' '}
          {next.due_at ? <Deadline at={next.due_at} /> : next.due_on && format.weekday(next.due_on)}
        </p>
      )}
      {(brought.length > 0 || process.champions.length > 0) && (
        <p className={classes.line}>
          {process.champions.length > 0 && (
            <>
              {t('led')} <ChampionNames champions={process.champions} />
              {brought.length > 0 && ' · '}
            </>
          )}
          {brought.join(' · ')}
        </p>
      )}
      {process.outcome && (
        <p className={classes.outcome}>
          <bdi>{process.outcome}</bdi>
        </p>
      )}
      {process.confidence === 'recalled' && <ConfidenceMark source={process.source} />}
      {process.is_demonstration && <DemonstrationMark />}
    </Row>
  )
}

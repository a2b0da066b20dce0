import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { ExternalLink } from '@/components/ExternalLink'
import { ConfidenceMark, DemonstrationMark } from '@/components/Mark'
import { Row } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './ProcessRow.module.css'
import type { Process } from './processQuery'

/** Title; when and where; what came of it. */
export function ProcessRow({ process }: { process: Process }) {
  const { t } = useTranslation('processes')
  const format = useFormat()
  const context = [
    format.dateRange(process.starts_on, process.ends_on),
    process.place,
    t(`kind.${process.kind}`),
    process.commission,
    process.round && t('round', { round: process.round }),
  ]

  return (
    <Row
      title={<bdi>{process.title}</bdi>}
      context={
        <span className={classes.context}>
          {context.filter(Boolean).join(' · ')}
          {process.activities_count > 0 && (
            <>
              {' · '}
              <TextLink to={'/activities' as string} search={{ process: process.key } as never}>
                {t('activities', { count: process.activities_count })}
              </TextLink>
            </>
          )}
          {process.link && (
            <>
              {' · '}
              <ExternalLink href={process.link}>{t('page')}</ExternalLink>
            </>
          )}
        </span>
      }
      aside={
        <>
          {process.phase === 'under_way' && <StatusBadge tone="active">{t('phase.under_way')}</StatusBadge>}
          {process.phase === 'ahead' && <span>{format.relativeDays(process.starts_on)}</span>}
          {process.actions.includes('change') && (
            <ButtonLink
              to="/processes/$processId/edit"
              params={{ processId: process.id }}
              size="xs"
              aria-label={t('changeOf', { title: process.title })}
            >
              {t('change')}
            </ButtonLink>
          )}
        </>
      }
    >
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

import { useTranslation } from 'react-i18next'
import { Row } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './Hub.module.css'
import type { FindingBody } from './hubQuery'

const TONES = { missing: 'late', older: 'soon', differing: 'soon', extra: 'late' } as const

export function FindingRow({ finding }: { finding: FindingBody }) {
  const { t } = useTranslation('hub')
  const format = useFormat()
  const version = (number: number | null) => (number === null ? t('finding.nothing') : format.number(number))
  const { kind, title, is_ours: isOurs, delivery_id: deliveryId, fields } = finding
  return (
    <Row
      look="matter"
      title={
        isOurs ? (
          <TextLink look="title" to="/practices/$practiceId" params={{ practiceId: finding.practice_id }}>
            {title}
          </TextLink>
        ) : (
          <bdi>{title || finding.practice_id}</bdi>
        )
      }
      context={t('finding.versions', {
        ours: version(finding.our_version),
        theirs: version(finding.hub_version),
      })}
      aside={<StatusBadge tone={TONES[kind]}>{t(`finding.${kind}`)}</StatusBadge>}
    >
      {fields && (
        <p className={classes.quiet}>
          {t('finding.fields')} <bdi dir="ltr">{fields}</bdi>
        </p>
      )}
      {!isOurs && <p className={classes.quiet}>{t('finding.notOurs')}</p>}
      {deliveryId && (
        <p className={classes.quiet}>
          <TextLink to="/administration/hub/deliveries/$deliveryId" params={{ deliveryId }}>
            {t('finding.delivery')}
          </TextLink>
        </p>
      )}
    </Row>
  )
}

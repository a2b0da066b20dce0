import { useTranslation } from 'react-i18next'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { DeliveryBadge } from './DeliveryBadge'
import classes from './Hub.module.css'
import type { DeliverySummary } from './hubQuery'

export function DeliveryRow({ delivery }: { delivery: DeliverySummary }) {
  const { t } = useTranslation('hub')
  const format = useFormat()
  const { kind, version, champion, created_at: at, state, due_at: due, attempts } = delivery
  const words =
    delivery.skip_reason || delivery.hub_words || (state === 'delivered' ? '' : delivery.last_words)
  return (
    <Row
      look="matter"
      title={
        <TextLink
          look="title"
          to="/administration/hub/deliveries/$deliveryId"
          params={{ deliveryId: delivery.id }}
        >
          {delivery.title}
        </TextLink>
      }
      context={
        <>
          {t(`kind.${kind}`, { version: format.number(version) })} · <bdi>{champion.name}</bdi> ·{' '}
          <bdi>{format.dateTime(at)}</bdi>
        </>
      }
      aside={<DeliveryBadge delivery={delivery} />}
    >
      {words && (
        <p className={classes.words}>
          <bdi>{words}</bdi>
        </p>
      )}
      {state === 'queued' && due && attempts > 0 && (
        <p className={classes.quiet}>
          {t('failed', { count: attempts })} {t('nextAt', { at: format.dateTime(due) })}
        </p>
      )}
    </Row>
  )
}

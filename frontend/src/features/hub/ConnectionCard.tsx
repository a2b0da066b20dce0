import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { Fact, Facts } from '@/components/Facts'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/i18n/useFormat'
import classes from './Hub.module.css'
import type { HubBody } from './hubQuery'

const TONES = { closed: 'done', half_open: 'soon', open: 'late' } as const

/** How the Hub is connected, and whether it answers. What is not connected is said so. */
export function ConnectionCard({ hub }: { hub: HubBody }) {
  const { t } = useTranslation('hub')
  if (!hub.is_configured) {
    return (
      <Card
        title={t('connection.title')}
        action={<StatusBadge tone="quiet">{t('connection.none')}</StatusBadge>}
      >
        <CardBody>
          <p className={classes.line}>{t('connection.noneHelp')}</p>
          <p className={classes.line}>{t('connection.howTo')}</p>
        </CardBody>
      </Card>
    )
  }
  const { state, paused_until: until, words } = hub.circuit
  return (
    <Card
      title={t('connection.title')}
      action={<StatusBadge tone={TONES[state]}>{t(`circuit.${state}`)}</StatusBadge>}
    >
      <CardBody>
        {state !== 'closed' && <Paused until={until} words={words} />}
        <Facts>
          <Fact name={t('connection.address')}>
            <bdi dir="ltr" className={classes.address}>
              {hub.address}
            </bdi>
          </Fact>
          <Fact name={t('connection.client')}>{hub.client_id && <bdi dir="ltr">{hub.client_id}</bdi>}</Fact>
          <Fact name={t('connection.messages')}>
            {t(hub.hears_messages ? 'connection.heard' : 'connection.asked')}
          </Fact>
          <Fact name={t('connection.limits')}>
            {t('connection.atOnce', { count: hub.at_once })}{' '}
            {t('connection.attempts', { count: hub.most_attempts })}
          </Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

function Paused({ until, words }: { until: string | null; words: string }) {
  const { t } = useTranslation('hub')
  const format = useFormat()
  return (
    <div className={classes.line} role="status">
      {until ? t('circuit.until', { at: format.dateTime(until) }) : t('circuit.probing')}
      {words && (
        <p className={classes.words}>
          <bdi>{words}</bdi>
        </p>
      )}
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AttemptBody } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { Columns } from '@/components/Columns'
import { EmptyState } from '@/components/EmptyState'
import { ExternalLink } from '@/components/ExternalLink'
import { Fact, Facts } from '@/components/Facts'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { DeliveryBadge } from './DeliveryBadge'
import { DeliverySteps } from './DeliverySteps'
import classes from './Hub.module.css'
import { type DeliveryBody, deliveryQuery } from './hubQuery'

/** One delivery: where it stands, each attempt, and the Hub's own words. */
export function DeliveryPage({ id }: { id: string }) {
  return (
    <QueryState query={useQuery(deliveryQuery(id))} rows={5}>
      {({ data, etag }) => <Delivery delivery={data} etag={etag} />}
    </QueryState>
  )
}

function Delivery({ delivery, etag }: { delivery: DeliveryBody; etag: string }) {
  const { t } = useTranslation('hub')
  const format = useFormat()
  const attempts = delivery.attempts_made
  return (
    <>
      <PageHeader
        title={delivery.title}
        trail={<TextLink to="/administration/hub">{t('title')}</TextLink>}
        summary={
          <>
            <DeliveryBadge delivery={delivery} />{' '}
            {t(`kind.${delivery.kind}`, { version: format.number(delivery.version) })}
          </>
        }
        action={<DeliverySteps delivery={delivery} etag={etag} />}
      />
      <Columns aside={<Circumstances delivery={delivery} />}>
        <Card title={t('attempts.title')} action={attempts.length > 0 && format.number(attempts.length)}>
          {attempts.length === 0 ? (
            <EmptyState title={t('attempts.none')}>{t('attempts.noneHelp')}</EmptyState>
          ) : (
            <RowList>
              {attempts.map((attempt) => (
                <Attempt key={attempt.number} attempt={attempt} />
              ))}
            </RowList>
          )}
        </Card>
      </Columns>
    </>
  )
}

function Attempt({ attempt }: { attempt: AttemptBody }) {
  const { t } = useTranslation('hub')
  const format = useFormat()
  const isTaken = attempt.outcome === 'taken'
  return (
    <Row
      leading={<span className={classes.number}>{format.number(attempt.number)}</span>}
      title={t(`outcome.${attempt.outcome}`)}
      context={
        <>
          <bdi>{format.dateTime(attempt.at)}</bdi> · {t('attempts.took', { count: attempt.milliseconds })}
        </>
      }
      aside={
        attempt.http_status !== null && (
          <StatusBadge tone={isTaken ? 'done' : 'late'}>HTTP {attempt.http_status}</StatusBadge>
        )
      }
    >
      {attempt.words && (
        <p className={classes.words}>
          <bdi>{attempt.words}</bdi>
        </p>
      )}
    </Row>
  )
}

function Circumstances({ delivery }: { delivery: DeliveryBody }) {
  const { t } = useTranslation('hub')
  const format = useFormat()
  const { due_at: due, state } = delivery
  return (
    <Card title={t('circumstances')}>
      <CardBody>
        <Facts>
          <Fact name={t('fact.practice')}>
            <TextLink to="/practices/$practiceId" params={{ practiceId: delivery.practice_id }}>
              {delivery.title}
            </TextLink>
          </Fact>
          <Fact name={t('fact.champion')}>
            <ChampionLink champion={delivery.champion} />
          </Fact>
          <Fact name={t('fact.queued')}>{format.dateTime(delivery.created_at)}</Fact>
          <Fact name={t('fact.delivered')}>
            {delivery.delivered_at && format.dateTime(delivery.delivered_at)}
          </Fact>
          <Fact name={t(state === 'queued' ? 'fact.triedNext' : 'fact.askedNext')}>
            {due && format.dateTime(due)}
          </Fact>
          <Fact name={t('fact.said')}>
            {delivery.hub_status && delivery.hub_said_at && (
              <>
                {t(`state.${delivery.hub_status}`)}, <bdi>{format.dateTime(delivery.hub_said_at)}</bdi>
              </>
            )}
          </Fact>
          <Fact name={t('fact.words')}>{delivery.hub_words && <bdi>{delivery.hub_words}</bdi>}</Fact>
          <Fact name={t('fact.link')}>
            {delivery.hub_link && <ExternalLink href={delivery.hub_link}>{t('fact.open')}</ExternalLink>}
          </Fact>
          <Fact name={t('fact.skipped')}>{delivery.skip_reason && <bdi>{delivery.skip_reason}</bdi>}</Fact>
          <Fact name={t('fact.number')}>{format.number(delivery.sequence)}</Fact>
        </Facts>
        <div className={classes.buttons}>
          <TextLink to="/administration/hub" search={{ practice_id: delivery.practice_id }}>
            {t('fact.others')}
          </TextLink>
        </div>
      </CardBody>
    </Card>
  )
}

import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { retryHubDeadLetters } from '@/api/generated/sdk.gen'
import { Card, CardBody } from '@/components/Card'
import { TextLink } from '@/components/TextLink'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import classes from './Hub.module.css'
import type { HubBody } from './hubQuery'
import type { DeliverySearch } from './hubSearch'

const SEARCHES: Record<keyof HubBody['counts'], DeliverySearch> = {
  queued: { state: ['queued'] },
  given_up: { state: ['given_up'] },
  unanswered: { state: ['delivered'] },
  published: { hub_status: ['published'] },
  refused: { hub_status: ['refused'] },
}

/** How many deliveries stand where; each figure leads to them, and what was given up goes out again together. */
export function CountsCard({ hub }: { hub: HubBody }) {
  const { t } = useTranslation('hub')
  const format = useFormat()
  return (
    <Card title={t('counts.title')}>
      <CardBody>
        <dl className={classes.counts}>
          {(Object.keys(SEARCHES) as (keyof typeof SEARCHES)[]).map((name) => (
            <div key={name}>
              <dt>{t(`counts.${name}`)}</dt>
              <dd className={classes.count}>
                <TextLink to="/administration/hub" search={SEARCHES[name]}>
                  {format.number(hub.counts[name])}
                </TextLink>
              </dd>
            </div>
          ))}
        </dl>
        {hub.waiting_since && (
          <p className={classes.quiet}>{t('counts.oldest', { at: format.dateTime(hub.waiting_since) })}</p>
        )}
        {hub.retryable > 0 && <RetryAll count={hub.retryable} />}
      </CardBody>
    </Card>
  )
}

function RetryAll({ count }: { count: number }) {
  const { t } = useTranslation('hub')
  const { t: common } = useTranslation()
  const retry = useMutation({ mutationFn: () => retryHubDeadLetters() })
  return (
    <div className={classes.buttons}>
      <Button loading={retry.isPending} onClick={() => retry.mutate()}>
        {t('retryAll', { count })}
      </Button>
      {retry.error && (
        <p role="alert" className={classes.failure}>
          {problemMessage(retry.error, common)}
        </p>
      )}
    </div>
  )
}

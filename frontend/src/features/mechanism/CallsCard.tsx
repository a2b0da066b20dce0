import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listFundCallsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { deleteFundCall } from '@/api/generated/sdk.gen'
import type { CallBody } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { Deadline } from '@/components/Deadline'
import { DueBadge } from '@/components/DueBadge'
import { EmptyState } from '@/components/EmptyState'
import { ExternalLink } from '@/components/ExternalLink'
import { DemonstrationMark } from '@/components/Mark'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/i18n/useFormat'
import { Allowed } from '@/session/permission'
import { CallDialog } from './CallDialog'
import { EntrySteps } from './EntrySteps'
import classes from './Mechanism.module.css'

/** The fund's calls, the one that closes last first. */
export function CallsCard() {
  const { t } = useTranslation('mechanism')
  const [isAdding, setAdding] = useState(false)
  const query = useQuery(listFundCallsOptions({ query: { limit: 50 } }))
  return (
    <Card
      title={t('calls.title')}
      action={
        <Allowed permission="mechanism:curate">
          <Button onClick={() => setAdding(true)}>{t('calls.add')}</Button>
        </Allowed>
      }
    >
      <QueryState query={query} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('calls.none')}>{t('calls.help')}</EmptyState>
          ) : (
            <RowList>
              {items.map((call) => (
                <CallRow key={call.id} call={call} />
              ))}
            </RowList>
          )
        }
      </QueryState>
      <CallDialog opened={isAdding} onClose={() => setAdding(false)} />
    </Card>
  )
}

function CallRow({ call }: { call: CallBody }) {
  const { t } = useTranslation('mechanism')
  const format = useFormat()
  const [isChanging, setChanging] = useState(false)
  const { closes_at: at, closes_on: on } = call
  return (
    <Row
      title={<bdi>{call.title}</bdi>}
      context={
        <>
          {at ? <Deadline at={at} /> : on && format.fullDate(on)}
          {call.link && (
            <>
              {' · '}
              <ExternalLink href={call.link}>{t('link')}</ExternalLink>
            </>
          )}{' '}
          {call.is_demonstration && <DemonstrationMark />}
        </>
      }
      aside={
        call.has_closed ? (
          <StatusBadge tone="quiet">{t('calls.closed')}</StatusBadge>
        ) : (
          <DueBadge on={at ?? on ?? ''} />
        )
      }
    >
      {call.text && (
        <p className={classes.text}>
          <bdi>{call.text}</bdi>
        </p>
      )}
      <EntrySteps
        entry={call}
        onChange={() => setChanging(true)}
        remove={(headers) => deleteFundCall({ path: { record_id: call.id }, headers })}
      />
      <CallDialog call={call} opened={isChanging} onClose={() => setChanging(false)} />
    </Row>
  )
}

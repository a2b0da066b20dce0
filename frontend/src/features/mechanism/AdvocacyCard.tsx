import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listFundAdvocacyOptions } from '@/api/generated/@tanstack/react-query.gen'
import { deleteFundAdvocacy } from '@/api/generated/sdk.gen'
import type { AdvocacyBody } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { ExternalLink } from '@/components/ExternalLink'
import { DemonstrationMark } from '@/components/Mark'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { EmptyPlace } from '@/contributions/EmptyPlace'
import { useFormat } from '@/i18n/useFormat'
import { Allowed } from '@/session/permission'
import { AdvocacyDialog } from './AdvocacyDialog'
import { EntrySteps } from './EntrySteps'
import classes from './Mechanism.module.css'

/** What champions did to speak for the fund, the latest first. */
export function AdvocacyCard() {
  const { t } = useTranslation('mechanism')
  const [isAdding, setAdding] = useState(false)
  const query = useQuery(listFundAdvocacyOptions({ query: { limit: 50 } }))
  const add = (
    <Allowed permission="mechanism:write">
      <Button onClick={() => setAdding(true)}>{t('advocacy.add')}</Button>
    </Allowed>
  )
  return (
    <>
      <QueryState query={query} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyPlace title={t('advocacy.none')} action={add}>
              {t('advocacy.help')}
            </EmptyPlace>
          ) : (
            <Card title={t('advocacy.title')} action={add}>
              <RowList>
                {items.map((done) => (
                  <AdvocacyRow key={done.id} done={done} />
                ))}
              </RowList>
            </Card>
          )
        }
      </QueryState>
      <AdvocacyDialog opened={isAdding} onClose={() => setAdding(false)} />
    </>
  )
}

function AdvocacyRow({ done }: { done: AdvocacyBody }) {
  const { t } = useTranslation('mechanism')
  const format = useFormat()
  const [isChanging, setChanging] = useState(false)
  return (
    <Row
      title={<bdi>{done.title}</bdi>}
      context={
        <>
          {done.champion?.name ?? t('advocacy.initiative')} · {format.date(done.done_on)}
          {done.link && (
            <>
              {' · '}
              <ExternalLink href={done.link}>{t('link')}</ExternalLink>
            </>
          )}{' '}
          {done.is_demonstration && <DemonstrationMark />}
        </>
      }
    >
      {done.text && (
        <p className={classes.text}>
          <bdi>{done.text}</bdi>
        </p>
      )}
      <EntrySteps
        entry={done}
        onChange={() => setChanging(true)}
        remove={(headers) => deleteFundAdvocacy({ path: { record_id: done.id }, headers })}
      />
      <AdvocacyDialog done={done} opened={isChanging} onClose={() => setChanging(false)} />
    </Row>
  )
}

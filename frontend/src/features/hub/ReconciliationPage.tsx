import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listHubFindingsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { deliverToHubAgain, startHubReconciliation } from '@/api/generated/sdk.gen'
import { paged } from '@/api/page'
import { Card, CardBody } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PagedRows, QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import { useListSearch } from '@/lists/useListSearch'
import { FindingRow } from './FindingRow'
import classes from './Hub.module.css'
import { hubQuery, type ReconciliationBody, reconciliationQuery } from './hubQuery'
import { FINDINGS, type FindingSearch } from './hubSearch'

/** What the Hub has, held against what it should have; and what differs delivered again. */
export function ReconciliationPage({ search }: { search: FindingSearch }) {
  const { t } = useTranslation('hub')
  const { t: common } = useTranslation()
  const query = useQuery(reconciliationQuery())
  const isConfigured = useQuery(hubQuery()).data?.is_configured ?? true
  const start = useMutation({ mutationFn: () => startHubReconciliation() })
  const again = useMutation({ mutationFn: () => deliverToHubAgain({ body: {} }) })
  const last = query.data?.last
  const failure = start.error ?? again.error
  const compare = isConfigured && (
    <Button
      variant="filled"
      loading={start.isPending || last?.state === 'running'}
      onClick={() => start.mutate()}
    >
      {t('reconciliation.start')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('reconciliation.title')}
        summary={t('reconciliation.summary')}
        trail={<TextLink to="/administration/hub">{t('title')}</TextLink>}
        action={
          <>
            {isConfigured && (last?.counts.mendable ?? 0) > 0 && (
              <Button loading={again.isPending} onClick={() => again.mutate()}>
                {t('reconciliation.again', { count: last?.counts.mendable })}
              </Button>
            )}
            {compare}
          </>
        }
      />
      {failure && (
        <p role="alert" className={classes.failure}>
          {problemMessage(failure, common)}
        </p>
      )}
      <QueryState query={query} rows={3}>
        {(data) =>
          data.last ? (
            <Result last={data.last} search={search} />
          ) : (
            <Card>
              <EmptyState title={t('reconciliation.never')} action={compare}>
                {t(isConfigured ? 'reconciliation.neverHelp' : 'connection.noneHelp')}
              </EmptyState>
            </Card>
          )
        }
      </QueryState>
    </>
  )
}

function Result({ last, search }: { last: ReconciliationBody; search: FindingSearch }) {
  return (
    <div className={classes.stack}>
      <Outcome last={last} />
      {last.state === 'done' && <Findings key={last.id} search={search} />}
    </div>
  )
}

function Outcome({ last }: { last: ReconciliationBody }) {
  const { t } = useTranslation('hub')
  const format = useFormat()
  const { state, words, counts, expected, found } = last
  return (
    <Card
      title={t(`reconciliation.state.${state}`)}
      action={<bdi>{format.dateTime(last.finished_at ?? last.created_at)}</bdi>}
    >
      <CardBody>
        <div role="status">
          {state === 'running' && (
            <p className={classes.line}>{t('reconciliation.readSoFar', { count: found })}</p>
          )}
          {state === 'failed' && (
            <p className={classes.words}>
              <bdi>{words}</bdi>
            </p>
          )}
          {state === 'done' && (
            <>
              <p className={classes.line}>
                {t('reconciliation.expected', { count: expected })}{' '}
                {t('reconciliation.found', { count: found })}
              </p>
              <dl className={classes.counts}>
                {FINDINGS.map((kind) => (
                  <div key={kind}>
                    <dt>{t(`finding.${kind}`)}</dt>
                    <dd className={classes.count}>
                      <TextLink to="/administration/hub/reconciliation" search={{ kind }}>
                        {format.number(counts[kind])}
                      </TextLink>
                    </dd>
                  </div>
                ))}
              </dl>
            </>
          )}
        </div>
      </CardBody>
    </Card>
  )
}

function Findings({ search }: { search: FindingSearch }) {
  const { t } = useTranslation(['hub', 'common'])
  const { clear, isFiltered } = useListSearch(search)
  const query = useInfiniteQuery({ ...listHubFindingsInfiniteOptions({ query: search }), ...paged })
  return (
    <Card
      title={search.kind ? t(`finding.${search.kind}`) : t('reconciliation.findings')}
      action={
        isFiltered && (
          <Button variant="subtle" onClick={clear}>
            {t('common:action.clear')}
          </Button>
        )
      }
    >
      <PagedRows
        query={query}
        empty={<EmptyState title={t('reconciliation.same')}>{t('reconciliation.sameHelp')}</EmptyState>}
      >
        {(finding) => <FindingRow finding={finding} />}
      </PagedRows>
    </Card>
  )
}

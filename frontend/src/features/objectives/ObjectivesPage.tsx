import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listObjectivesOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { ObjectiveSummary } from '@/api/generated/types.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { ObjectiveNumber } from './ObjectiveNumber'

/** All 23, with what is done for each, so that the gaps show. */
export function ObjectivesPage() {
  const { t } = useTranslation('objectives')
  const query = useQuery(listObjectivesOptions())
  return (
    <>
      <PageHeader
        title={t('title')}
        summary={t('summary')}
        action={<ButtonLink to="/sdgs">{t('bySdg')}</ButtonLink>}
      />
      <Card>
        <QueryState query={query} rows={10}>
          {({ items }) => (
            <RowList label={t('title')}>
              {items.map((objective) => (
                <ObjectiveRow key={objective.number} objective={objective} />
              ))}
            </RowList>
          )}
        </QueryState>
      </Card>
    </>
  )
}

function ObjectiveRow({ objective }: { objective: ObjectiveSummary }) {
  const { t } = useTranslation(['objectives', 'contributions'])
  const format = useFormat()
  const { number, title, round_table: roundTable, champions_count: champions } = objective
  const told = objective.contributions
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${format.number(count)} ${t(`contributions:${kind}.count`, { count })}`)
  if (champions > 0) told.unshift(t('champions', { count: champions }))
  return (
    <Row
      look="matter"
      leading={<ObjectiveNumber number={number} roundTable={roundTable} />}
      title={
        <TextLink look="title" to="/objectives/$number" params={{ number: String(number) }}>
          {title}
        </TextLink>
      }
      context={told.join(' · ')}
      aside={champions === 0 && <StatusBadge tone="soon">{t('unchampioned')}</StatusBadge>}
    />
  )
}

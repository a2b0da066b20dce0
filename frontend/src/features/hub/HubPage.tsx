import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listHubDeliveriesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { paged } from '@/api/page'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PagedRows, QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { FilterBar } from '@/lists/FilterBar'
import { FilterMany } from '@/lists/FilterMenu'
import { useListSearch } from '@/lists/useListSearch'
import { ConnectionCard } from './ConnectionCard'
import { CountsCard } from './CountsCard'
import { DeliveryRow } from './DeliveryRow'
import { hubQuery } from './hubQuery'
import { ANSWERS, type DeliverySearch, STATES } from './hubSearch'

/** What goes to the Migration Network Hub, what became of it, and whether the Hub answers. */
export function HubPage({ search }: { search: DeliverySearch }) {
  const { t } = useTranslation('hub')
  const hub = useQuery(hubQuery())
  return (
    <>
      <PageHeader
        title={t('title')}
        summary={t('summary')}
        trail={<TextLink to="/administration">{t('administration')}</TextLink>}
        action={<ButtonLink to="/administration/hub/reconciliation">{t('reconciliation.title')}</ButtonLink>}
      />
      <Columns
        aside={
          <QueryState query={hub} rows={3}>
            {(data) => (
              <>
                <ConnectionCard hub={data} />
                <CountsCard hub={data} />
              </>
            )}
          </QueryState>
        }
      >
        <Deliveries search={search} />
      </Columns>
    </>
  )
}

function Deliveries({ search }: { search: DeliverySearch }) {
  const { t } = useTranslation('hub')
  const { bar, setSearch, isFiltered } = useListSearch(search)
  const query = useInfiniteQuery({ ...listHubDeliveriesInfiniteOptions({ query: search }), ...paged })
  return (
    <>
      <FilterBar {...bar} placeholder={t('search')}>
        <FilterMany
          label={t('filter.state')}
          value={search.state}
          onChange={(state) => setSearch({ state })}
          options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
        <FilterMany
          label={t('filter.answer')}
          value={search.hub_status}
          onChange={(hub_status) => setSearch({ hub_status })}
          options={ANSWERS.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </FilterBar>
      <Card title={t('deliveries')}>
        <PagedRows
          query={query}
          rows={6}
          empty={
            isFiltered ? (
              <EmptyState title={t('nothingFound')}>{t('nothingFoundHelp')}</EmptyState>
            ) : (
              <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>
            )
          }
        >
          {(delivery) => <DeliveryRow delivery={delivery} />}
        </PagedRows>
      </Card>
    </>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { listProcessesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { paged } from '@/api/page'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PagedList } from '@/components/QueryState'
import { RowList } from '@/components/Row'
import { FilterBar } from '@/lists/FilterBar'
import { FilterMany, FilterOne } from '@/lists/FilterMenu'
import { useListSearch } from '@/lists/useListSearch'
import { Allowed } from '@/session/permission'
import { ProcessRow } from './ProcessRow'
import type { ProcessInList } from './processQuery'
import { COMMISSIONS, KINDS, type processSearch } from './processSearch'

type Search = z.infer<typeof processSearch>

/** What is ahead first, then what is over, the latest first. */
export function ProcessesPage({ search }: { search: Search }) {
  const { t } = useTranslation('processes')
  const { bar, setSearch, isFiltered } = useListSearch(search)
  const query = useInfiniteQuery({
    ...listProcessesInfiniteOptions({ query: { ...search, limit: 100 } }),
    ...paged,
  })
  return (
    <>
      <PageHeader
        title={t('title')}
        summary={t('summary')}
        action={
          <Allowed permission="processes:write">
            <ButtonLink to="/processes/new" variant="filled">
              {t('add')}
            </ButtonLink>
          </Allowed>
        }
      />
      <FilterBar {...bar} placeholder={t('search')}>
        <FilterMany
          label={t('filter.kind')}
          value={search.kind}
          onChange={(kind) => setSearch({ kind })}
          options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <FilterOne
          label={t('filter.commission')}
          value={search.commission}
          onChange={(commission) => setSearch({ commission })}
          options={COMMISSIONS.map((commission) => ({ value: commission, label: commission }))}
        />
      </FilterBar>
      <PagedList
        query={query}
        rows={6}
        empty={
          <Card>
            {isFiltered ? (
              <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
            ) : (
              <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
            )}
          </Card>
        }
      >
        {(processes) => <AheadAndOver processes={processes} />}
      </PagedList>
    </>
  )
}

function AheadAndOver({ processes }: { processes: ProcessInList[] }) {
  const { t } = useTranslation('processes')
  const ahead = processes.filter(({ phase }) => phase !== 'over')
  const over = processes.filter(({ phase }) => phase === 'over').reverse()
  return (
    <Columns>
      <Card title={t('card.ahead')}>
        {ahead.length === 0 && <EmptyState title={t('nothingAhead')} />}
        <RowList>
          {ahead.map((process) => (
            <ProcessRow key={process.id} process={process} />
          ))}
        </RowList>
      </Card>
      {over.length > 0 && (
        <Card title={t('card.over')}>
          <RowList>
            {over.map((process) => (
              <ProcessRow key={process.id} process={process} />
            ))}
          </RowList>
        </Card>
      )}
    </Columns>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { listStatementsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { paged } from '@/api/page'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PagedRows } from '@/components/QueryState'
import { FilterBar } from '@/lists/FilterBar'
import { FilterMany, FilterOne } from '@/lists/FilterMenu'
import { useListSearch } from '@/lists/useListSearch'
import { Allowed } from '@/session/permission'
import { StatementRow } from './StatementRow'
import { STATEMENT_STATUSES, type statementSearch } from './statementSearch'
import { useStatementChoices } from './useStatementChoices'

export type StatementSearch = z.output<typeof statementSearch>

/** What the Champions say together, what was touched last first. */
export function StatementsPage({ search }: { search: StatementSearch }) {
  const { t } = useTranslation('statements')
  const { bar, setSearch, isFiltered } = useListSearch(search)
  const query = useInfiniteQuery({ ...listStatementsInfiniteOptions({ query: search }), ...paged })
  const choices = useStatementChoices()
  return (
    <>
      <PageHeader
        title={t('title')}
        summary={t('summary')}
        action={
          <Allowed permission="statements:write">
            <ButtonLink to="/statements/new" variant="filled">
              {t('begin')}
            </ButtonLink>
          </Allowed>
        }
      />
      <FilterBar {...bar} placeholder={t('search')}>
        <FilterMany
          label={t('status.label')}
          value={search.status}
          onChange={(status) => setSearch({ status })}
          options={STATEMENT_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        />
        <FilterOne
          label={t('form.process')}
          value={search.process}
          onChange={(process) => setSearch({ process })}
          options={choices.processes}
        />
        <FilterOne
          label={t('champion')}
          value={search.champion}
          onChange={(champion) => setSearch({ champion })}
          options={choices.champions}
        />
      </FilterBar>
      <Card>
        <PagedRows
          query={query}
          empty={
            <EmptyState title={t(isFiltered ? 'emptyFiltered' : 'empty')}>
              {t(isFiltered ? 'emptyFilteredHelp' : 'emptyHelp')}
            </EmptyState>
          }
          label={t('title')}
        >
          {(statement) => <StatementRow statement={statement} />}
        </PagedRows>
      </Card>
    </>
  )
}

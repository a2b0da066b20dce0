import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { listAuditEntriesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { paged } from '@/api/page'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PagedRows } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useListSearch } from '@/lists/useListSearch'
import { AuditEntryRow } from './AuditEntryRow'
import { AuditFilters } from './AuditFilters'
import { auditPeriod } from './auditPeriod'
import type { auditSearch } from './auditSearch'

type Search = z.infer<typeof auditSearch>

/** Who did what, on whose behalf, when, and what was before and after. */
export function AuditPage({ search }: { search: Search }) {
  const { t } = useTranslation('administration')
  const { setSearch, clear, isFiltered } = useListSearch(search)
  const query = useInfiniteQuery({
    ...listAuditEntriesInfiniteOptions({ query: { ...search, ...auditPeriod(search) } }),
    ...paged,
  })

  return (
    <>
      <PageHeader
        title={t('audit.title')}
        summary={t('audit.summary')}
        trail={<TextLink to="/administration">{t('people.title')}</TextLink>}
      />
      <AuditFilters search={search} onChange={setSearch} isFiltered={isFiltered} onClear={clear} />
      <Card>
        <PagedRows
          query={query}
          rows={8}
          empty={<EmptyState title={t('audit.empty')}>{t('audit.emptyHelp')}</EmptyState>}
          label={t('audit.title')}
        >
          {(entry) => <AuditEntryRow entry={entry} />}
        </PagedRows>
      </Card>
    </>
  )
}

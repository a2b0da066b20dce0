import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { listPledgesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { paged } from '@/api/page'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PagedRows } from '@/components/QueryState'
import { useListSearch } from '@/lists/useListSearch'
import { Allowed } from '@/session/permission'
import { PledgeFilters } from './PledgeFilters'
import { PledgeRow } from './PledgeRow'
import type { pledgeSearch } from './pledgeSearch'
import { SheetButton } from './SheetButton'

export type PledgeSearch = z.output<typeof pledgeSearch>

/** What champions commit themselves to, the latest first. */
export function PledgesPage({ search }: { search: PledgeSearch }) {
  const { t } = useTranslation('pledges')
  const { isFiltered } = useListSearch(search)
  const query = useInfiniteQuery({ ...listPledgesInfiniteOptions({ query: search }), ...paged })
  return (
    <>
      <PageHeader
        title={t('title')}
        summary={t('summary')}
        action={
          <>
            <ButtonLink to="/pledges/dashboard" search={search}>
              {t('dashboard.title')}
            </ButtonLink>
            <SheetButton search={search} />
            <Allowed permission="pledges:write">
              <ButtonLink to="/pledges/new" variant="filled">
                {t('begin')}
              </ButtonLink>
            </Allowed>
          </>
        }
      />
      <PledgeFilters search={search} />
      <Card>
        <PagedRows
          query={query}
          empty={
            <EmptyState title={t(isFiltered ? 'nothingFound' : 'empty')}>
              {t(isFiltered ? 'nothingFoundHelp' : 'emptyHelp')}
            </EmptyState>
          }
          label={t('title')}
        >
          {(pledge) => <PledgeRow pledge={pledge} />}
        </PagedRows>
      </Card>
    </>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listPracticesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { paged } from '@/api/page'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PagedList } from '@/components/QueryState'
import { RowList } from '@/components/Row'
import { useListSearch } from '@/lists/useListSearch'
import { Allowed, usePermission } from '@/session/permission'
import { useSession } from '@/session/useSession'
import { PracticeFilters } from './PracticeFilters'
import { PracticeRow } from './PracticeRow'
import { PracticeViews } from './PracticeViews'
import type { PracticeSearch } from './practiceSearch'

/** The search as the API takes it: what is published, or in `ours` all of one's own, last changed first. */
function useQueryOf({ view, ...filters }: PracticeSearch) {
  const champion = useSession()?.champion
  if (view !== 'ours') return { ...filters, status: ['published' as const] }
  return { ...filters, ...(champion && { champion: champion.iso3 }), sort: '-updated_at' as const }
}

export function PracticesPage({ search }: { search: PracticeSearch }) {
  const { t } = useTranslation('practices')
  const { isFiltered } = useListSearch({ ...search, view: undefined })
  const isOurs = usePermission('practices:write') && search.view === 'ours'
  const query = useInfiniteQuery({
    ...listPracticesInfiniteOptions({ query: useQueryOf(isOurs ? search : { ...search, view: undefined }) }),
    ...paged,
  })
  return (
    <>
      <PageHeader
        title={t('title')}
        summary={t('summary')}
        action={
          <Allowed permission="practices:write">
            <ButtonLink to="/practices/new" variant="filled">
              {t('share')}
            </ButtonLink>
          </Allowed>
        }
      />
      <PracticeViews />
      <PracticeFilters search={search} isOurs={isOurs} />
      <Card>
        <PagedList query={query} empty={<NothingHere isOurs={isOurs} isFiltered={isFiltered} />}>
          {(practices) => (
            <RowList label={t('title')}>
              {practices.map((practice) => (
                <PracticeRow key={practice.id} practice={practice} withStatus={isOurs} />
              ))}
            </RowList>
          )}
        </PagedList>
      </Card>
    </>
  )
}

function NothingHere({ isOurs, isFiltered }: { isOurs: boolean; isFiltered: boolean }) {
  const { t } = useTranslation('practices')
  if (isFiltered) return <EmptyState title={t('empty.filtered')}>{t('empty.filteredHelp')}</EmptyState>
  if (!isOurs) return <EmptyState title={t('empty.published')}>{t('empty.publishedHelp')}</EmptyState>
  return (
    <EmptyState title={t('empty.ours')} action={<ButtonLink to="/practices/new">{t('share')}</ButtonLink>}>
      {t('empty.oursHelp')}
    </EmptyState>
  )
}

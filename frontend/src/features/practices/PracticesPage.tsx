import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  countPracticeFacetsOptions,
  listPracticesInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import { paged } from '@/api/page'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PagedRows } from '@/components/QueryState'
import { FilterBar } from '@/lists/FilterBar'
import { FilterMany } from '@/lists/FilterMenu'
import { useListSearch } from '@/lists/useListSearch'
import { Allowed, usePermission } from '@/session/permission'
import { useSession } from '@/session/useSession'
import { FollowByFeed } from './FollowByFeed'
import { ChosenFilters } from './finding/ChosenFilters'
import { FacetSheet } from './finding/FacetSheet'
import { Facets } from './finding/Facets'
import classes from './finding/Facets.module.css'
import { chosenIn, FACETS, type PracticeFilters } from './finding/facetSearch'
import { PracticeRow } from './PracticeRow'
import { PracticeViews } from './PracticeViews'
import { type PracticeSearch, STATUSES } from './practiceSearch'
import { SaveSearch } from './saved/SaveSearch'

/** The search as the API takes it: what is published, or in `ours` all of one's own. */
function useFilters({ view, ...filters }: PracticeSearch): PracticeFilters {
  const champion = useSession()?.champion
  if (view !== 'ours') return { ...filters, status: ['published'] }
  return { ...filters, ...(champion && { champion: champion.iso3 }) }
}

/** What fits the words best comes first; without words the latest. */
function orderOf({ q, view }: PracticeSearch) {
  if (q) return '-relevance'
  return view === 'ours' ? '-updated_at' : '-published_at'
}

export function PracticesPage({ search: asked }: { search: PracticeSearch }) {
  const { t } = useTranslation(['practices', 'finding', 'imports', 'savedsearches'])
  const isOurs = usePermission('practices:write') && asked.view === 'ours'
  const search = { ...asked, view: isOurs ? asked.view : undefined }
  const { setSearch } = useListSearch(search)
  const filters = useFilters(search)
  const query = useInfiniteQuery({
    ...listPracticesInfiniteOptions({ query: { ...filters, sort: orderOf(search) } }),
    ...paged,
  })
  const facets = useQuery({
    ...countPracticeFacetsOptions({ query: filters }),
    placeholderData: keepPreviousData,
  }).data
  const chosen = FACETS.reduce((sum, facet) => sum + chosenIn(search, facet).length, 0)
  const isFiltered = chosen > 0 || [search.q, search.champion, search.status?.[0]].some(Boolean)
  const clear = () => setSearch(nothingOf(search))
  const narrows = facets && facets.language.length + chosen > 0
  const panel = narrows && <Facets facets={facets} search={search} onChange={setSearch} />

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
            <ButtonLink to="/practices/import">{t('imports:practices.action')}</ButtonLink>
          </Allowed>
        }
      />
      <PracticeViews />
      <FilterBar
        query={search.q}
        onQuery={(q) => setSearch({ q })}
        placeholder={t('search')}
        isFiltered={false}
        onClear={clear}
      >
        {isOurs && (
          <FilterMany
            label={t('filter.status')}
            value={search.status}
            onChange={(status) => setSearch({ status })}
            options={STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
          />
        )}
        {narrows && (
          <FacetSheet chosen={chosen} total={facets.total}>
            {panel}
          </FacetSheet>
        )}
      </FilterBar>
      <div className={narrows ? classes.columns : undefined}>
        {narrows && (
          <aside className={classes.onlyWide} aria-label={t('finding:narrowDown')} data-print="hide">
            <Card>
              <div className={classes.panel}>{panel}</div>
            </Card>
          </aside>
        )}
        <div className={classes.results}>
          <div className={classes.found}>
            <p className={classes.total} role="status">
              {facets && t('finding:found', { count: facets.total })}
            </p>
            <ChosenFilters search={search} onChange={setSearch} onClear={clear} />
            {isFiltered && !isOurs && <SaveSearch search={search} />}
          </div>
          <Card>
            <PagedRows
              query={query}
              empty={<NothingHere isOurs={isOurs} isFiltered={isFiltered} />}
              label={t('title')}
            >
              {(practice) => <PracticeRow practice={practice} withStatus={isOurs} />}
            </PagedRows>
          </Card>
          {!isOurs && <FollowByFeed search={search} />}
        </div>
      </div>
    </>
  )
}

const nothingOf = ({ view, ...filters }: PracticeSearch): Partial<PracticeSearch> =>
  Object.fromEntries(Object.keys(filters).map((name) => [name, undefined]))

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

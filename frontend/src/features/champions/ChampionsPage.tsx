import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { listChampionsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { itemsOf, paged } from '@/api/page'
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
import { useRegions, useTerms } from '@/vocabularies/useTerms'
import { ChampionRow } from './ChampionRow'
import classes from './ChampionsPage.module.css'
import type { ChampionInList } from './championQuery'
import { COMMISSIONS, type championSearch } from './championSearch'

const REGIONS = ['002', '019', '142', '150', '009']

type Search = z.infer<typeof championSearch>

/** The directory: champions by region, as many as the filters leave. */
export function ChampionsPage({ search }: { search: Search }) {
  const { t } = useTranslation('champions')
  const { bar, setSearch, isFiltered } = useListSearch(search)
  const objectives = useTerms('objectives')
  const regions = useRegions()
  const query = useInfiniteQuery({
    ...listChampionsInfiniteOptions({ query: { ...search, limit: 100 } }),
    ...paged,
  })
  const champions = itemsOf(query.data)

  return (
    <>
      <PageHeader
        title={t('title')}
        summary={query.data && !isFiltered ? t('summary', { count: champions.length }) : t('summaryLoading')}
        action={
          <Allowed permission="champions:write">
            <ButtonLink to="/champions/new" variant="filled">
              {t('add')}
            </ButtonLink>
          </Allowed>
        }
      />
      <FilterBar {...bar} placeholder={t('search')}>
        <FilterOne
          label={t('filter.region')}
          value={search.region}
          onChange={(region) => setSearch({ region })}
          options={regions
            .filter(({ m49 }) => REGIONS.includes(m49))
            .map(({ m49, name }) => ({ value: m49, label: name }))}
        />
        <FilterOne
          label={t('filter.commission')}
          value={search.commission}
          onChange={(commission) => setSearch({ commission })}
          options={COMMISSIONS.map((commission) => ({ value: commission, label: commission }))}
        />
        <FilterMany
          label={t('filter.objective')}
          value={search.objective}
          onChange={(objective) => setSearch({ objective })}
          options={objectives.map(({ number, short }) => ({
            value: number ?? 0,
            label: `${number} ${short}`,
          }))}
        />
        <FilterOne
          label={t('filter.standing')}
          value={search.is_current === false ? 'former' : undefined}
          onChange={(standing) => setSearch({ is_current: standing === 'former' ? false : undefined })}
          options={[{ value: 'former', label: t('filter.former') }]}
        />
      </FilterBar>
      <PagedList
        query={query}
        rows={8}
        empty={
          <Card>
            {search.is_current === false ? (
              <EmptyState title={t('former.empty')}>{t('former.text')}</EmptyState>
            ) : (
              <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
            )}
          </Card>
        }
      >
        {(items) => <ByRegion champions={items} />}
      </PagedList>
    </>
  )
}

function ByRegion({ champions }: { champions: ChampionInList[] }) {
  const { t, i18n } = useTranslation('champions')
  const inOrder = [...champions].sort((one, other) => one.name.localeCompare(other.name, i18n.language))
  const present = REGIONS.filter((m49) => champions.some((champion) => champion.region.m49 === m49))

  return (
    <Columns>
      {present.map((m49) => {
        const ofRegion = inOrder.filter((champion) => champion.region.m49 === m49)
        return (
          <Card key={m49} title={ofRegion[0]?.region.name} action={t('count', { count: ofRegion.length })}>
            <div className={classes.grid}>
              <RowList>
                {ofRegion.map((champion) => (
                  <ChampionRow key={champion.id} champion={champion} />
                ))}
              </RowList>
            </div>
          </Card>
        )
      })}
    </Columns>
  )
}

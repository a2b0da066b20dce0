import { Group, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkplanItemSummary, WorkplanSummary } from '@/api/generated/types.gen'
import { itemsOf } from '@/api/page'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { EmptyState } from '@/components/EmptyState'
import { LoadingSkeleton } from '@/components/LoadingSkeleton'
import { PageHeader } from '@/components/PageHeader'
import { PagedList, QueryState } from '@/components/QueryState'
import { useListSearch } from '@/lists/useListSearch'
import { usePermission } from '@/session/permission'
import { today } from '@/time/today'
import { Attention } from './Attention'
import { Board } from './Board'
import { Introduction } from './Introduction'
import { ItemCards } from './ItemCards'
import { PlanHeader } from './PlanHeader'
import { PlanTools } from './PlanTools'
import { AREAS, filtersOf, VIEWS, type View, type WorkplanSearch } from './search'
import { Timeline } from './Timeline'
import { WorkplanFilters } from './WorkplanFilters'
import { itemsQuery, plansQuery, planToOpen } from './workplanQueries'

const PlanTable = lazy(() => import('./table/PlanTable'))

export function WorkplanPage({ search }: { search: WorkplanSearch }) {
  const { t } = useTranslation('workplan')
  const query = useQuery(plansQuery())
  if (!query.data) {
    return (
      <>
        <PageHeader title={t('title')} />
        <Card>
          <QueryState query={query}>{() => null}</QueryState>
        </Card>
      </>
    )
  }
  const plan = planToOpen(query.data.items, search.workplan, today())
  return plan ? <Plan plan={plan} plans={query.data.items} search={search} /> : <NoPlan />
}

/** The day as the API counts it: overdue begins at midnight UTC. */

interface PlanProps {
  plan: WorkplanSummary
  plans: readonly WorkplanSummary[]
  search: WorkplanSearch
}

function Plan({ plan, plans, search }: PlanProps) {
  const { t } = useTranslation('workplan')
  const isPhone = useMediaQuery('(max-width: 47.5em)', false, { getInitialValueInEffect: false })
  const { setSearch } = useListSearch(search)
  const view: View = search.view ?? (isPhone ? 'board' : 'timeline')
  const sort = search.sort ?? 'due_on'
  const all = useInfiniteQuery(itemsQuery({ workplan_id: plan.id, sort: 'due_on' }))
  const filters = filtersOf(search)
  const isFiltered = Object.keys(filters).length > 0
  const shown = useInfiniteQuery(itemsQuery({ workplan_id: plan.id, sort, ...filters }))
  const isUnderWay = plan.status !== 'closed' && plan.progress.items > 0
  const everything = useMemo(() => itemsOf(all.data), [all.data])
  const attention = isUnderWay && all.data && <Attention items={everything} />

  return (
    <>
      <PlanHeader plan={plan} plans={plans} />
      <Columns>
        {isPhone && attention}
        <div>
          <WorkplanFilters search={search} />
          <Group justify="space-between" data-print="hide">
            <SegmentedControl
              aria-label={t('view.label')}
              value={view}
              onChange={(next) => setSearch({ view: VIEWS.find((known) => known === next) })}
              data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
            />
            <PlanTools plan={plan} />
          </Group>
        </div>
        {shown.data ? (
          <PagedList query={shown} empty={<Empty plan={plan} isFiltered={isFiltered} />}>
            {(items) => (
              <Items isPhone={isPhone} view={view} plan={plan} items={items} search={search} sort={sort} />
            )}
          </PagedList>
        ) : (
          <Card>
            <QueryState query={shown} rows={6}>
              {() => <LoadingSkeleton />}
            </QueryState>
          </Card>
        )}
        {!isPhone && attention}
        <Introduction planId={plan.id} />
      </Columns>
    </>
  )
}

interface ViewProps {
  isPhone: boolean
  view: View
  plan: WorkplanSummary
  items: readonly WorkplanItemSummary[]
  search: WorkplanSearch
  sort: NonNullable<WorkplanSearch['sort']>
}

function Items({ isPhone, view, plan, items, search, sort }: ViewProps) {
  const { setSearch } = useListSearch(search)
  const areas = search.scope_of_work?.length ? search.scope_of_work : AREAS
  if (view === 'board') return <Board plan={plan} items={items} />
  if (view === 'timeline')
    return <Timeline items={items} areas={areas} today={plan.status === 'closed' ? null : today()} />
  if (isPhone) return <ItemCards plan={plan} items={items} areas={areas} />
  return (
    <Suspense fallback={<LoadingSkeleton rows={8} />}>
      <PlanTable
        plan={plan}
        items={items}
        areas={areas}
        sort={sort}
        onSort={(next) => setSearch({ sort: next })}
      />
    </Suspense>
  )
}

function Empty({ plan, isFiltered }: { plan: WorkplanSummary; isFiltered: boolean }) {
  const { t } = useTranslation('workplan')
  if (isFiltered) {
    return (
      <Card>
        <EmptyState title={t('filter.nothing')}>{t('filter.nothingHelp')}</EmptyState>
      </Card>
    )
  }
  return (
    <Card>
      <EmptyState
        title={t('empty.title')}
        action={
          plan.actions.includes('add-item') && (
            <ButtonLink to="/workplan/new" search={{ workplan: plan.id }}>
              {t('item.add')}
            </ButtonLink>
          )
        }
      >
        {t('empty.help')}
      </EmptyState>
    </Card>
  )
}

function NoPlan() {
  const { t } = useTranslation('workplan')
  const mayStart = usePermission('workplan:write')
  return (
    <>
      <PageHeader title={t('title')} />
      <Card>
        <EmptyState
          title={t('none.title')}
          action={mayStart && <ButtonLink to="/workplan/plans/new">{t('plan.new')}</ButtonLink>}
        >
          {mayStart ? t('none.forChairs') : t('none.forOthers')}
        </EmptyState>
      </Card>
    </>
  )
}

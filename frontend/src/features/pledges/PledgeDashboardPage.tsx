import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { getPledgeDashboardOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { PledgeDashboard } from '@/api/generated/types.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useListSearch } from '@/lists/useListSearch'
import { Amounts } from './Amounts'
import { BarsCard } from './BarsCard'
import { Legend } from './Legend'
import { PledgeFilters } from './PledgeFilters'
import classes from './Pledges.module.css'
import type { PledgeSearch } from './PledgesPage'
import { type dashboardSearch, KINDS } from './pledgeSearch'
import { SheetButton } from './SheetButton'
import { usePledgeFilterChoices } from './usePledgeChoices'

export type DashboardSearch = z.output<typeof dashboardSearch>

/** What was pledged, counted from every side; each bar leads to its pledges. */
export function PledgeDashboardPage({ search }: { search: DashboardSearch }) {
  const { t } = useTranslation('pledges')
  const { view, ...filters } = search
  const { setSearch } = useListSearch(search)
  const query = useQuery(getPledgeDashboardOptions({ query: filters }))
  return (
    <>
      <PageHeader
        trail={<TextLink to="/pledges">{t('title')}</TextLink>}
        title={t('dashboard.title')}
        summary={t('dashboard.summary')}
        action={
          <>
            <SheetButton search={filters} />
            <ButtonLink to="/pledges" search={filters}>
              {t('dashboard.list')}
            </ButtonLink>
          </>
        }
      />
      <PledgeFilters search={filters} />
      <QueryState query={query} rows={6}>
        {(board) =>
          board.total.total === 0 ? (
            <Card>
              <EmptyState title={t('dashboard.empty')}>{t('dashboard.emptyHelp')}</EmptyState>
            </Card>
          ) : (
            <>
              <div className={classes.over}>
                <Standing board={board} search={filters} />
                <SegmentedControl
                  aria-label={t('dashboard.view')}
                  value={view ?? 'bars'}
                  onChange={(chosen) => setSearch({ view: chosen === 'table' ? 'table' : undefined })}
                  data={[
                    { value: 'bars', label: t('dashboard.bars') },
                    { value: 'table', label: t('dashboard.table') },
                  ]}
                />
              </div>
              <Board board={board} search={filters} isTable={view === 'table'} />
            </>
          )
        }
      </QueryState>
    </>
  )
}

interface Props {
  board: PledgeDashboard
  search: PledgeSearch
}

function Standing({ board, search }: Props) {
  const { t } = useTranslation('pledges')
  return (
    <div>
      <p className={classes.total}>
        {t('dashboard.total', { count: board.total.total })}
        {board.report_due > 0 && (
          <>
            {' · '}
            <TextLink to="/pledges" search={{ ...search, is_report_due: true }}>
              {t('dashboard.reportDue', { count: board.report_due })}
            </TextLink>
          </>
        )}
      </p>
      <Legend total={board.total} search={search} />
    </div>
  )
}

function Board({ board, search, isTable }: Props & { isTable: boolean }) {
  const { t } = useTranslation('pledges')
  const choices = usePledgeFilterChoices()
  const named = (options: { value: string | number; label: string }[]) => (key: string) =>
    options.find(({ value }) => String(value) === key)?.label ?? key
  const kindOf = (key: string) => KINDS.filter((kind) => kind === key)
  const shared = { search, isTable }
  return (
    <div className={classes.board} data-table={isTable || undefined}>
      <BarsCard
        {...shared}
        title={t('dashboard.byObjective')}
        bars={board.by_objective}
        nameOf={named(choices.objectives)}
        narrow={(key) => ({ objective: [Number(key)] })}
      />
      <div className={classes.sides}>
        <BarsCard
          {...shared}
          title={t('dashboard.byRegion')}
          bars={board.by_region}
          nameOf={named(choices.regions)}
          narrow={(region) => ({ region })}
        />
        <BarsCard
          {...shared}
          title={t('dashboard.byKind')}
          bars={board.by_kind}
          nameOf={named(choices.kinds)}
          narrow={(key) => ({ kind: kindOf(key) })}
        />
        <BarsCard
          {...shared}
          title={t('dashboard.byYear')}
          bars={board.by_year}
          nameOf={(year) => year}
          narrow={(year) => ({ year: Number(year) })}
        />
        {board.amounts.length > 0 && <Amounts amounts={board.amounts} />}
      </div>
    </div>
  )
}

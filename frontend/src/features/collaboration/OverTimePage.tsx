import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { getOverTimeOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { OverTimeBody } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { useFormat } from '@/i18n/useFormat'
import { FilterOne } from '@/lists/FilterMenu'
import { useListSearch } from '@/lists/useListSearch'
import { useTerms } from '@/vocabularies/useTerms'
import { Bars } from './Bars'
import { CollaborationTabs } from './CollaborationTabs'
import tables from './DataTable.module.css'
import classes from './OverTimePage.module.css'
import type { overTimeSearch } from './overTimeSearch'
import { useChampionChoices } from './useChampionChoices'

const MEASURES = ['practices', 'activities', 'pledges'] as const

/** Practices, activities and pledges by year or quarter: as bars, and the same figures in a table. */
export function OverTimePage({ search }: { search: z.infer<typeof overTimeSearch> }) {
  const { t } = useTranslation('collaboration')
  const query = useQuery(getOverTimeOptions({ query: search }))
  return (
    <>
      <PageHeader title={t('overTime.title')} summary={t('overTime.summary')} />
      <CollaborationTabs />
      <Filters search={search} />
      <QueryState query={query} rows={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <EmptyState title={t('overTime.empty')}>{t('overTime.emptyHelp')}</EmptyState>
            </Card>
          ) : (
            <Plots items={items} />
          )
        }
      </QueryState>
    </>
  )
}

function Filters({ search }: { search: z.infer<typeof overTimeSearch> }) {
  const { t } = useTranslation('collaboration')
  const { setSearch } = useListSearch(search)
  const champions = useChampionChoices()
  const objectives = useTerms('objectives')
  return (
    <div className={classes.filters} data-print="hide">
      <SegmentedControl
        aria-label={t('overTime.by')}
        value={search.by ?? 'year'}
        onChange={(by) => setSearch({ by: by === 'quarter' ? by : undefined })}
        data={(['year', 'quarter'] as const).map((by) => ({ value: by, label: t(`overTime.${by}`) }))}
      />
      <FilterOne
        label={t('champion')}
        value={search.champion}
        onChange={(champion) => setSearch({ champion })}
        options={champions}
      />
      <FilterOne
        label={t('objective')}
        value={search.objective}
        onChange={(objective) => setSearch({ objective })}
        options={objectives.map(({ number, short }) => ({ value: number ?? 0, label: `${number} ${short}` }))}
      />
    </div>
  )
}

function Plots({ items }: { items: OverTimeBody['items'] }) {
  const { t } = useTranslation('collaboration')
  const format = useFormat()
  const named = items.map((item) => ({ ...item, name: nameOf(item) }))
  return (
    <div className={classes.sheets}>
      <div className={classes.plots}>
        {MEASURES.map((measure) => (
          <Card key={measure} title={t(`measure.${measure}`)}>
            <Bars bars={named.map((item) => ({ name: item.name, value: item[measure] }))} />
          </Card>
        ))}
      </div>
      <Card title={t('overTime.tableTitle')}>
        <div className={tables.frame}>
          <table className={tables.table}>
            <caption className={tables.hidden}>{t('overTime.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('overTime.period')}</th>
                {MEASURES.map((measure) => (
                  <th key={measure} scope="col">
                    {t(`measure.${measure}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {named.map((item) => (
                <tr key={item.name}>
                  <th scope="row">
                    <bdi>{item.name}</bdi>
                  </th>
                  {MEASURES.map((measure) => (
                    <td key={measure}>{format.number(item[measure])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
    </div>
  )
}

const nameOf = ({ year, quarter }: OverTimeBody['items'][number]): string =>
  quarter === null ? String(year) : `${year}/${quarter}`

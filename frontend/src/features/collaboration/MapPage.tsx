import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getCoverageOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { LoadingSkeleton } from '@/components/LoadingSkeleton'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { useFormat } from '@/i18n/useFormat'
import { CollaborationTabs } from './CollaborationTabs'
import type { Coverage } from './coverage'
import tables from './DataTable.module.css'
import classes from './MapPage.module.css'

const WorldMap = lazy(() => import('./WorldMap').then((found) => ({ default: found.WorldMap })))

/** Where the champions are and what each does; the same in a table. */
export function MapPage() {
  const { t } = useTranslation('collaboration')
  const query = useQuery(getCoverageOptions({ query: { by: 'champion' } }))
  return (
    <>
      <PageHeader title={t('map.title')} summary={t('map.summary')} />
      <CollaborationTabs />
      <QueryState query={query} rows={8}>
        {(coverage) => <MapAndTable coverage={coverage} />}
      </QueryState>
    </>
  )
}

function MapAndTable({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('collaboration')
  const [shown, setShown] = useState<string | null>(null)
  return (
    <div className={classes.sheets}>
      <Card>
        <div className={classes.map}>
          <Suspense fallback={<LoadingSkeleton rows={5} />}>
            <WorldMap columns={coverage.columns} shown={shown} onShow={setShown} />
          </Suspense>
        </div>
        <p className={classes.disclaimer}>{t('map.disclaimer')}</p>
      </Card>
      <Card title={t('map.tableTitle')}>
        <ChampionTable coverage={coverage} shown={shown} onShow={setShown} />
      </Card>
    </div>
  )
}

interface TableProps {
  coverage: Coverage
  shown: string | null
  onShow: (key: string | null) => void
}

function ChampionTable({ coverage, shown, onShow }: TableProps) {
  const { t } = useTranslation('collaboration')
  const format = useFormat()
  const measures = ['practices', 'activities', 'pledges'] as const
  return (
    <div className={tables.frame}>
      <table className={tables.table}>
        <caption className={tables.hidden}>{t('map.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('champion')}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col">
                {t(`measure.${measure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {coverage.columns.map(({ key, champion, totals }) => (
            <tr
              key={key}
              data-shown={key === shown || undefined}
              onPointerEnter={() => onShow(key)}
              onPointerLeave={() => onShow(null)}
            >
              <th scope="row">{champion && <ChampionLink champion={champion} />}</th>
              {measures.map((measure) => (
                <td key={measure}>{format.number(totals[measure])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

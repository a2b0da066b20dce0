import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { isolated } from '@/i18n/isolated'
import classes from './CoverageMatrix.module.css'
import {
  byRoundTable,
  type Coverage,
  type CoverageColumn,
  type CoverageRow,
  doneIn,
  type Place,
} from './coverage'
import { type Head, Matrix, type Square } from './Matrix'
import { useCoverageWords } from './useCoverageWords'

interface Props {
  coverage: Coverage
  onOpen: (place: Place) => void
}

/** Champions down and objectives across, as the Review Forum groups them; or objectives down and regions across. */
export function CoverageMatrix({ coverage, onOpen }: Props) {
  const { t } = useTranslation('collaboration')
  const words = useCoverageWords()
  const [shown, setShown] = useState<readonly [number, number] | null>(null)
  const isByRegion = coverage.by === 'region'
  const rows = useMemo(() => byRoundTable(coverage.rows), [coverage])
  const columns = coverage.columns

  const placeAt = useCallback(
    (line: number, place: number): Place | null => {
      const [row, column] = isByRegion ? [rows[line], columns[place]] : [rows[place], columns[line]]
      const cell = row?.cells[isByRegion ? place : line]
      return row && column && cell ? { row, column, cell } : null
    },
    [rows, columns, isByRegion],
  )
  const squareAt = useCallback(
    (line: number, at: number): Square => {
      const place = placeAt(line, at)
      if (!place) return { depth: 0, roundTable: 1, label: '' }
      const done = doneIn(place.cell)
      return {
        depth: place.cell.depth,
        roundTable: place.row.round_table,
        label: words.ofPlace(place),
        ...(isByRegion && { figure: done > 0 ? words.number(done) : '' }),
      }
    },
    [placeAt, words, isByRegion],
  )
  const open = useCallback(
    (line: number, at: number) => {
      const place = placeAt(line, at)
      if (place) onOpen(place)
    },
    [placeAt, onOpen],
  )
  const objectives = useMemo(() => rows.map((row) => ofObjective(row, isByRegion)), [rows, isByRegion])
  const whose = useMemo(() => columns.map(ofColumn), [columns])
  const told = shown && placeAt(...shown)

  return (
    <Card>
      <Matrix
        caption={t(`coverage.caption.${coverage.by}`)}
        corner={t(isByRegion ? 'objective' : 'champion')}
        total={t('total')}
        lines={isByRegion ? objectives : whose}
        across={isByRegion ? whose : objectives}
        squareAt={squareAt}
        onShow={setShown}
        onOpen={open}
        look={isByRegion ? 'figures' : 'squares'}
      />
      <div className={classes.foot}>
        <p className={classes.told} aria-hidden>
          {told ? words.ofPlace(told) : t('coverage.hint')}
        </p>
        <Legend />
      </div>
    </Card>
  )
}

const ofObjective = (row: CoverageRow, isNamed: boolean): Head => ({
  key: String(row.objective),
  head: isNamed ? `${row.objective} ${row.short}` : <NumberOf row={row} />,
  roundTable: row.round_table,
  total: doneIn(row.totals),
})

const ofColumn = (column: CoverageColumn): Head => ({
  key: column.key,
  head: <bdi title={column.name}>{column.name}</bdi>,
  total: doneIn(column.totals),
})

function NumberOf({ row: { objective, short } }: { row: CoverageRow }) {
  return (
    <abbr className={classes.number} title={short}>
      {objective}
    </abbr>
  )
}

function Legend() {
  const { t } = useTranslation('collaboration')
  return (
    <ul className={classes.legend}>
      {[1, 2, 3, 4].map((table) => (
        <li key={table} className={classes.table} data-round-table={table}>
          {t('coverage.roundTable', { number: table })}
        </li>
      ))}
      <li className={classes.shades}>{isolated(t('coverage.shades'))}</li>
    </ul>
  )
}

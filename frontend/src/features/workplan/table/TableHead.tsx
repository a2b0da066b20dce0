import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemSort } from '../search'
import type { Column } from './columns'
import { HEAD, type Place } from './gridPlaces'
import classes from './PlanTable.module.css'

interface Props {
  columns: readonly Column[]
  active: Place
  sort: ItemSort
  onSort: (sort: ItemSort) => void
  onFocus: (column: number) => void
  /** The box that selects all. */
  select: ReactNode
}

const SORTED = ['title', 'due_on', 'updated_at'] as const
type Sorted = (typeof SORTED)[number]
const isSorted = (column: Column): column is Sorted => SORTED.some((known) => known === column)

export function TableHead({ columns, active, sort, onSort, onFocus, select }: Props) {
  const { t } = useTranslation(['plantable', 'workplan'])
  const names: Record<Exclude<Column, 'select'>, string> = {
    title: t('workplan:table.item'),
    status: t('workplan:table.status'),
    lead: t('workplan:table.lead'),
    starts_on: t('starts'),
    due_on: t('workplan:table.due'),
    percentage: t('done'),
    updated_at: t('workplan:table.updated'),
  }
  const direction = (column: Sorted) =>
    sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none'

  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1} className={classes.row}>
        {columns.map((column, index) => {
          const isActive = active.line === HEAD && active.column === index
          const cell = {
            'aria-colindex': index + 1,
            'data-line': HEAD,
            'data-column': index,
            onFocus: () => onFocus(index),
          }
          if (column === 'select') {
            return (
              <th key={column} scope="col" {...cell}>
                {select}
              </th>
            )
          }
          if (!isSorted(column)) {
            return (
              <th key={column} scope="col" {...cell} tabIndex={isActive ? 0 : -1}>
                {names[column]}
              </th>
            )
          }
          const sorting = direction(column)
          const Arrow = sorting === 'descending' ? IconArrowDown : IconArrowUp
          return (
            <th key={column} scope="col" {...cell} aria-sort={sorting}>
              <button
                data-control
                type="button"
                className={classes.sort}
                tabIndex={isActive ? 0 : -1}
                aria-label={t('workplan:table.sort', { column: names[column] })}
                onClick={() => onSort(sorting === 'ascending' ? `-${column}` : column)}
              >
                {names[column]}
                {sorting !== 'none' && <Arrow size={14} stroke={2} aria-hidden />}
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

import { Checkbox } from '@mantine/core'
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { lazy, Suspense, useCallback, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkplanItemSummary, WorkplanSummary } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { usePageOffset } from '@/lists/usePageOffset'
import { type Move, MoveDialog } from '../MoveDialog'
import type { Area, ItemSort } from '../search'
import { UndoNotice } from '../UndoNotice'
import { useChampionChoices } from '../useChoices'
import { isolated } from '../useItemWords'
import { backFrom, useUndo } from '../useUndo'
import { BulkBar } from './BulkBar'
import { type CellField, COLUMNS, cellFieldsOf, FIELDS, isField, mayEdit, maySelect } from './columns'
import { HEAD, type Place } from './gridPlaces'
import { ItemLine } from './ItemLine'
import classes from './PlanTable.module.css'
import { TableHead } from './TableHead'
import { useFieldWords } from './useFieldWords'
import { useGrid } from './useGrid'
import { useLines } from './useLines'

const BulkDialog = lazy(() => import('./BulkDialog'))

interface Props {
  plan: WorkplanSummary
  items: readonly WorkplanItemSummary[]
  areas: readonly Area[]
  sort: ItemSort
  onSort: (sort: ItemSort) => void
}

const HEIGHTS = { area: 52, item: 64 }
/** Up to here all lines are drawn, so that the browser's own search finds them. */
const DRAWN_WHOLE = 60
const PAGE = 10

/** The items by area as a grid: read, changed and selected with mouse or keyboard. */
export default function PlanTable({ plan, items, areas, sort, onSort }: Props) {
  const { t } = useTranslation(['plantable', 'workplan'])
  const keysId = useId()
  const grid = useRef<HTMLTableElement>(null)
  const lines = useLines(plan, items, areas)
  const champions = useChampionChoices()
  const words = useFieldWords(champions)
  const undo = useUndo(plan.id)
  const [editing, setEditing] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<(Pick<Move, 'status'> & { id: string }) | null>(null)
  const [isChanging, setChanging] = useState(false)
  const columns = useMemo(
    () => (items.some(maySelect) ? COLUMNS : COLUMNS.filter((column) => column !== 'select')),
    [items],
  )
  const grounds = useMemo(
    () => ({
      lines: lines.flatMap((line, index) => (line.item ? [index] : [])),
      columns: columns.length,
      page: PAGE,
      isRtl: document.documentElement.dir === 'rtl',
    }),
    [lines, columns],
  )

  const open = ({ line, column }: Place): boolean => {
    const item = lines[line]?.item
    const field = columns[column]
    if (!item || !isField(field) || !mayEdit(item, field)) return false
    setEditing((before) => new Set(before).add(`${item.id} ${field}`))
    return true
  }
  const nav = useGrid({
    grid,
    grounds,
    keyAt: (line) => {
      const item = lines[line]?.item
      return item && maySelect(item) ? item.id : undefined
    },
    onOpen: open,
  })
  const selected = items.filter((item) => nav.selected.has(item.id))

  const close = (place: Place, item: WorkplanItemSummary, field: CellField, step?: 1 | -1) => {
    setEditing((before) => new Set([...before].filter((key) => key !== `${item.id} ${field}`)))
    const next = { ...place, column: place.column + (step ?? 0) }
    const wasLeft =
      !grid.current?.contains(document.activeElement) && document.activeElement !== document.body
    const isElsewhere = document.activeElement?.closest('[data-line]') !== cellOf(grid.current, place)
    if (step === undefined && (wasLeft || isElsewhere)) return
    nav.goTo(next)
    if (step) open(next)
  }

  const saved = (before: WorkplanItemSummary, after: WorkplanItemSummary) => {
    const field = FIELDS.find((name) => cellFieldsOf(before)[name] !== cellFieldsOf(after)[name])
    if (field)
      undo.offer(t('saved', { field: words.labels[field], title: isolated(after.title) }), [
        backFrom(before, after),
      ])
  }

  const { ref, offset } = usePageOffset<HTMLTableSectionElement>()
  const isDrawnWhole = lines.length <= DRAWN_WHOLE
  const pinned = useMemo(() => {
    const ids = new Set([...editing].map((key) => key.split(' ')[0]))
    return [
      ...(nav.active.line === HEAD ? [] : [nav.active.line]),
      ...lines.flatMap((line, index) => (line.item && ids.has(line.item.id) ? [index] : [])),
    ].filter((index) => index < lines.length)
  }, [editing, nav.active.line, lines])
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (index) => (lines[index]?.item ? HEIGHTS.item : HEIGHTS.area),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 6,
    scrollMargin: offset,
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), ...pinned])].sort((a, b) => a - b),
      [pinned],
    ),
  })
  const askedItem = items.find((item) => item.id === asked?.id)

  return (
    <Card>
      <div className={classes.scroller}>
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of WAI-ARIA for a table one writes in
          role="grid"
          aria-label={t('label', { plan: plan.title })}
          aria-describedby={keysId}
          aria-rowcount={lines.length + 1}
          aria-colcount={columns.length}
          aria-multiselectable={columns.includes('select') || undefined}
          className={classes.grid}
          data-selects={columns.includes('select') || undefined}
          onKeyDown={nav.onKeyDown}
        >
          <TableHead
            columns={columns}
            active={nav.active}
            sort={sort}
            onSort={onSort}
            onFocus={(column) => nav.setActive({ line: HEAD, column })}
            select={
              <Checkbox
                data-control
                size="xs"
                tabIndex={nav.active.line === HEAD && nav.active.column === 0 ? 0 : -1}
                aria-label={t('selectAll')}
                checked={selected.length > 0 && selected.length === nav.all().length}
                indeterminate={selected.length > 0 && selected.length < nav.all().length}
                onChange={(event) => nav.setSelected(new Set(event.currentTarget.checked ? nav.all() : []))}
              />
            }
          />
          <tbody
            ref={ref}
            className={classes.body}
            data-flows={isDrawnWhole || undefined}
            style={isDrawnWhole ? undefined : { blockSize: virtualizer.getTotalSize() }}
          >
            {(isDrawnWhole
              ? lines.map((line, index) => ({ key: line.key, index, start: undefined }))
              : virtualizer.getVirtualItems()
            ).map(({ key, index, start }) => {
              const line = lines[index]
              const style = start === undefined ? undefined : { transform: `translateY(${start - offset}px)` }
              if (!line) return null
              const measure = isDrawnWhole ? undefined : virtualizer.measureElement
              if (!line.item) {
                return (
                  <tr
                    key={key}
                    ref={measure}
                    data-index={index}
                    aria-rowindex={index + 2}
                    className={classes.area}
                    style={style}
                  >
                    <th scope="rowgroup" className={classes.areaName} aria-colspan={columns.length}>
                      <span>{line.name}</span>
                      {line.progress && (
                        <span className={classes.progress}>
                          {t('workplan:context.ofArea', {
                            done: line.progress.done,
                            total: line.progress.items,
                          })}
                        </span>
                      )}
                    </th>
                  </tr>
                )
              }
              const item = line.item
              return (
                <ItemLine
                  key={key}
                  measure={measure}
                  style={style}
                  index={index}
                  item={item}
                  columns={columns}
                  champions={champions}
                  activeColumn={nav.active.line === index ? nav.active.column : null}
                  isSelected={nav.selected.has(item.id)}
                  editing={editing}
                  onFocus={nav.setActive}
                  onOpen={open}
                  onToggle={(isRange) => (isRange ? nav.extendTo(index) : nav.toggle(index))}
                  onClose={(place, field, step) => close(place, item, field, step)}
                  onSaved={saved}
                  onAsk={(status) => setAsked({ id: item.id, status })}
                />
              )
            })}
          </tbody>
        </table>
      </div>
      <p id={keysId} hidden>
        {t('keys')}
      </p>
      {selected.length > 0 ? (
        <BulkBar
          count={selected.length}
          total={nav.all().length}
          onAll={() => nav.setSelected(new Set(nav.all()))}
          onNone={() => nav.setSelected(new Set())}
          onChange={() => setChanging(true)}
        />
      ) : (
        columns.includes('select') && (
          <p className={classes.hint} aria-hidden data-print="hide">
            {t('keysShort')}
          </p>
        )
      )}
      {isChanging && (
        <Suspense>
          <BulkDialog
            plan={plan}
            items={selected}
            champions={champions}
            onClose={() => setChanging(false)}
            onChanged={(told, back) => {
              setChanging(false)
              nav.setSelected(new Set())
              undo.offer(told, back)
            }}
            onLeaveOut={(ids) =>
              nav.setSelected(new Set([...nav.selected].filter((id) => !ids.includes(id))))
            }
          />
        </Suspense>
      )}
      {asked && askedItem && (
        <MoveDialog
          move={{ item: askedItem, status: asked.status }}
          onClose={() => setAsked(null)}
          onMoved={(before, after) => {
            setAsked(null)
            if (after) saved(before, after)
          }}
        />
      )}
      <UndoNotice undo={undo} />
    </Card>
  )
}

const cellOf = (grid: HTMLElement | null, { line, column }: Place) =>
  grid?.querySelector(`[data-line="${line}"][data-column="${column}"]`) ?? null

import { Checkbox } from '@mantine/core'
import type { CSSProperties, MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkplanItemSummary } from '@/api/generated/types.gen'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import type { Choice } from '@/forms/choiceFields'
import { useFormat } from '@/i18n/useFormat'
import { TONES } from '../ItemBadge'
import type { ItemStatus } from '../search'
import { useItemWords } from '../useItemWords'
import { CellEditor } from './CellEditor'
import { type CellField, type Column, isField, mayEdit, maySelect } from './columns'
import type { Place } from './gridPlaces'
import classes from './PlanTable.module.css'

interface Props {
  item: WorkplanItemSummary
  index: number
  columns: readonly Column[]
  champions: readonly Choice[]
  measure: ((element: HTMLElement | null) => void) | undefined
  style: CSSProperties | undefined
  activeColumn: number | null
  isSelected: boolean
  /** "id field" of each cell in which one writes. */
  editing: ReadonlySet<string>
  onFocus: (place: Place) => void
  onOpen: (place: Place) => void
  onToggle: (isRange: boolean) => void
  onClose: (place: Place, field: CellField, step?: 1 | -1) => void
  onSaved: (before: WorkplanItemSummary, after: WorkplanItemSummary) => void
  onAsk: (status: ItemStatus) => void
}

export function ItemLine(props: Props) {
  const { item, index, columns, activeColumn, isSelected, editing } = props
  const { t } = useTranslation('plantable')
  return (
    <tr
      ref={props.measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={maySelect(item) ? isSelected : undefined}
      className={classes.row}
      style={props.style}
    >
      {columns.map((column, place) => {
        const here = { line: index, column: place }
        const tabIndex = activeColumn === place ? 0 : -1
        const cell = {
          'aria-colindex': place + 1,
          'data-line': index,
          'data-column': place,
          onFocus: () => props.onFocus(here),
        }
        if (column === 'select') {
          const onClick = (event: MouseEvent) => {
            event.preventDefault()
            props.onToggle(event.shiftKey)
          }
          return (
            <td key={column} {...cell}>
              {maySelect(item) && (
                <Checkbox
                  data-control
                  size="xs"
                  tabIndex={tabIndex}
                  aria-label={t('select', { title: item.title })}
                  checked={isSelected}
                  onChange={() => undefined}
                  onClick={onClick}
                />
              )}
            </td>
          )
        }
        if (column === 'title') {
          return (
            <th key={column} scope="row" {...cell} className={classes.item}>
              <TextLink
                data-control
                tabIndex={tabIndex}
                look="title"
                to="/workplan/$itemId"
                params={{ itemId: item.id }}
              >
                {item.title}
              </TextLink>
              <LastUpdate item={item} />
            </th>
          )
        }
        const isEditable = isField(column) && mayEdit(item, column)
        const isOpen = isField(column) && editing.has(`${item.id} ${column}`)
        const opens = { 'data-editable': true, onClick: () => !isOpen && props.onOpen(here) }
        return (
          <td
            key={column}
            {...cell}
            tabIndex={isOpen ? undefined : tabIndex}
            {...(isEditable ? opens : { 'aria-readonly': true })}
            className={classes.cell}
            data-field={column}
          >
            {isOpen && isField(column) ? (
              <CellEditor
                item={item}
                field={column}
                champions={props.champions}
                onClose={(step) => props.onClose(here, column, step)}
                onSaved={props.onSaved}
                onAsk={props.onAsk}
              />
            ) : (
              <CellText item={item} column={column} />
            )}
          </td>
        )
      })}
    </tr>
  )
}

function LastUpdate({ item }: { item: WorkplanItemSummary }) {
  const { t } = useTranslation('workplan')
  const words = useItemWords()
  return <div className={classes.context}>{words.lastUpdate(item) ?? t('context.noUpdate')}</div>
}

function CellText({ item, column }: { item: WorkplanItemSummary; column: Column }): ReactNode {
  const { t } = useTranslation(['workplan', 'common'])
  const format = useFormat()
  switch (column) {
    case 'status':
      return <StatusBadge tone={TONES[item.status]}>{t(`status.${item.status}`)}</StatusBadge>
    case 'lead':
      return item.lead?.name ?? t('table.coChairs')
    case 'starts_on':
      return item.starts_on && format.dateMedium(item.starts_on)
    case 'due_on':
      return (
        <>
          {item.due_on && format.dateMedium(item.due_on)}
          {item.is_overdue && (
            <div className={classes.late}>{t('common:daysLate', { count: item.days_late })}</div>
          )}
        </>
      )
    case 'percentage':
      return item.percentage === null ? null : t('item.percent', { percentage: item.percentage })
    default:
      return format.dateMedium(item.updated_at)
  }
}

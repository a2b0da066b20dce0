import { useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkplanItemSummary, WorkplanSummary } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { ItemBadge } from './ItemBadge'
import classes from './ItemTable.module.css'
import type { Area, ItemSort } from './search'
import { useAreas } from './useAreas'
import { joined, useItemWords } from './useItemWords'

interface Props {
  plan: WorkplanSummary
  items: readonly WorkplanItemSummary[]
  areas: readonly Area[]
  sort: ItemSort
  onSort: (sort: ItemSort) => void
}

type Sortable = 'title' | 'due_on' | 'updated_at'

/** The items by area, with their exact dates; on a phone as rows. */
export function ItemTable(props: Props) {
  const isPhone = useMediaQuery('(max-width: 47.5em)', false, { getInitialValueInEffect: false })
  return isPhone ? <PhoneLists {...props} /> : <DeskTable {...props} />
}

function useGroups({ plan, items, areas }: Props) {
  return useAreas()
    .filter(({ key }) => areas.includes(key))
    .map(({ key, name }) => ({
      key,
      name,
      progress: plan.progress.by_area.find((area) => area.scope_of_work === key),
      items: items.filter((item) => item.scope_of_work === key),
    }))
    .filter((group) => group.items.length > 0)
}

function DeskTable(props: Props) {
  const { t } = useTranslation('workplan')
  const format = useFormat()
  const words = useItemWords()
  const groups = useGroups(props)

  return (
    <Card>
      <table className={classes.table}>
        <caption className={classes.caption}>{props.plan.title}</caption>
        <thead>
          <tr>
            <SortHead column="title" label={t('table.item')} {...props} />
            <th scope="col">{t('table.lead')}</th>
            <SortHead column="due_on" label={t('table.due')} {...props} />
            <SortHead column="updated_at" label={t('table.updated')} {...props} />
            <th scope="col" className={classes.end}>
              {t('table.status')}
            </th>
          </tr>
        </thead>
        {groups.map(({ key, name, progress, items }) => (
          <tbody key={key}>
            <tr className={classes.area}>
              <th scope="rowgroup" colSpan={4}>
                {name}
              </th>
              <td className={classes.end}>
                {progress && t('context.ofArea', { done: progress.done, total: progress.items })}
              </td>
            </tr>
            {items.map((item) => (
              <tr key={item.id}>
                <th scope="row" className={classes.item}>
                  <TextLink look="title" to="/workplan/$itemId" params={{ itemId: item.id }}>
                    {item.title}
                  </TextLink>
                  <div className={classes.context}>{words.lastUpdate(item) ?? t('context.noUpdate')}</div>
                </th>
                <td>{item.lead?.name ?? t('table.coChairs')}</td>
                <td className={classes.date}>{item.due_on && format.date(item.due_on)}</td>
                <td className={classes.date}>{format.date(item.updated_at)}</td>
                <td className={classes.end}>
                  <ItemBadge item={item} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Card>
  )
}

interface SortHeadProps extends Props {
  column: Sortable
  label: string
}

function SortHead({ column, label, sort, onSort }: SortHeadProps) {
  const { t } = useTranslation('workplan')
  const isAscending = sort === column
  const isDescending = sort === `-${column}`
  const Arrow = isDescending ? IconArrowDown : IconArrowUp
  return (
    <th scope="col" aria-sort={isAscending ? 'ascending' : isDescending ? 'descending' : 'none'}>
      <button
        type="button"
        className={classes.sort}
        aria-label={t('table.sort', { column: label })}
        onClick={() => onSort(isAscending ? `-${column}` : column)}
      >
        {label}
        {(isAscending || isDescending) && <Arrow size={14} stroke={2} aria-hidden />}
      </button>
    </th>
  )
}

function PhoneLists(props: Props) {
  const { t } = useTranslation('workplan')
  const words = useItemWords()
  return useGroups(props).map(({ key, name, progress, items }) => (
    <Fragment key={key}>
      <Card
        title={name}
        action={progress && t('context.ofArea', { done: progress.done, total: progress.items })}
      >
        <RowList>
          {items.map((item) => (
            <Row
              key={item.id}
              title={
                <TextLink look="title" to="/workplan/$itemId" params={{ itemId: item.id }}>
                  {item.title}
                </TextLink>
              }
              context={joined(words.lead(item), words.due(item))}
              aside={<ItemBadge item={item} />}
            />
          ))}
        </RowList>
      </Card>
    </Fragment>
  ))
}

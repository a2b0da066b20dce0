import { useDraggable } from '@dnd-kit/core'
import { ActionIcon, Menu } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { IconArrowsExchange, IconGripVertical } from '@tabler/icons-react'
import { type CSSProperties, memo, type ReactNode, type Ref, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkplanItemSummary } from '@/api/generated/types.gen'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import classes from './Board.module.css'
import { type ItemStatus, STATUSES } from './search'
import { useAreaName } from './useAreas'
import { isFinished, joined, useItemWords } from './useItemWords'

interface Props {
  item: WorkplanItemSummary
  onMove: (item: WorkplanItemSummary, status: ItemStatus) => void
  /** Where it stands in a column of which only a part is drawn. */
  place?: { index: number; count: number; style: CSSProperties; measure: Ref<HTMLLIElement> } | undefined
}

export const BoardCard = memo(function BoardCard({ item, onMove, place }: Props) {
  const { t } = useTranslation('workplan')
  const isMovable = item.actions.includes('report')
  const {
    setNodeRef,
    setActivatorNodeRef,
    listeners = {},
    attributes,
    isDragging,
  } = useDraggable({
    id: item.id,
    disabled: !isMovable,
  })

  const { onKeyDown, ...byHand } = listeners
  const tools = isMovable && (
    <>
      <MoveMenu item={item} onMove={onMove} />
      <ActionIcon
        {...attributes}
        onKeyDown={(event) => onKeyDown?.(event)}
        ref={setActivatorNodeRef}
        data-handle={item.id}
        size={28}
        aria-label={t('board.drag', { title: item.title })}
      >
        <IconGripVertical size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </>
  )

  return (
    <li
      {...byHand}
      ref={useMergedRef(setNodeRef, place?.measure)}
      className={classes.slot}
      style={place?.style}
      data-index={place?.index}
      aria-posinset={place && place.index + 1}
      aria-setsize={place?.count}
      data-dragging={isDragging || undefined}
      data-movable={isMovable || undefined}
    >
      <CardFace item={item} tools={tools} />
    </li>
  )
})

/** A menu costs more than the rest of a card, so it is made when one first asks for it. */
function MoveMenu({ item, onMove }: Pick<Props, 'item' | 'onMove'>) {
  const { t } = useTranslation('workplan')
  const [isWanted, setWanted] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const look = { size: 28, 'aria-label': t('board.move', { title: item.title }) }
  const icon = <IconArrowsExchange size={16} stroke={1.75} aria-hidden />
  if (!isWanted) {
    return (
      <ActionIcon {...look} aria-haspopup="menu" aria-expanded={false} onClick={() => setWanted(true)}>
        {icon}
      </ActionIcon>
    )
  }
  return (
    <Menu defaultOpened onClose={() => button.current?.focus({ preventScroll: true })}>
      <Menu.Target>
        <ActionIcon {...look} ref={button}>
          {icon}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('board.moveTo')}</Menu.Label>
        {STATUSES.filter((status) => status !== item.status).map((status) => (
          <Menu.Item key={status} onClick={() => onMove(item, status)}>
            {t(`status.${status}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

interface FaceProps {
  item: WorkplanItemSummary
  tools?: ReactNode
  /** In the hand, above the board. */
  isLifted?: boolean
}

export function CardFace({ item, tools, isLifted }: FaceProps) {
  const { t } = useTranslation(['workplan', 'common'])
  const areaName = useAreaName()
  const words = useItemWords()
  return (
    <article className={classes.card} data-lifted={isLifted || undefined}>
      <div className={classes.title}>
        <TextLink look="title" to="/workplan/$itemId" params={{ itemId: item.id }} draggable={false}>
          {item.title}
        </TextLink>
      </div>
      <div className={classes.context}>
        {joined(
          item.lead?.name ?? t('table.coChairs'),
          areaName(item.scope_of_work),
          item.percentage === null ? undefined : t('item.percent', { percentage: item.percentage }),
          words.waitsFor(item),
        )}
      </div>
      <div className={classes.foot}>
        {item.is_overdue ? (
          <StatusBadge tone="late">{t('common:daysLate', { count: item.days_late })}</StatusBadge>
        ) : (
          !isFinished(item) && <span>{words.due(item)}</span>
        )}
        <div className={classes.tools} data-print="hide">
          {tools}
        </div>
      </div>
    </article>
  )
}

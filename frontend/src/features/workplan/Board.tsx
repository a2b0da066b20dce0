import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkplanItemSummary } from '@/api/generated/types.gen'
import classes from './Board.module.css'
import { BoardCard, CardFace } from './BoardCard'
import { BoardColumn } from './BoardColumn'
import { toNextColumn } from './boardKeyboard'
import { type Move, MoveDialog } from './MoveDialog'
import { type ItemStatus, STATUSES } from './search'

interface Props {
  items: readonly WorkplanItemSummary[]
}

/** A column for each state. An item is moved by hand, with the keyboard, or from its menu. */
export function Board({ items }: Props) {
  const { t } = useTranslation('workplan')
  const [dragged, setDragged] = useState<string | null>(null)
  const [asked, setAsked] = useState<{ id: string; status: ItemStatus } | null>(null)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextColumn }),
  )
  const find = (id: unknown) => items.find((item) => item.id === id)
  const askedItem = find(asked?.id)
  const move: Move | null = asked && askedItem ? { item: askedItem, status: asked.status } : null

  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null)
    const status = STATUSES.find((candidate) => candidate === over?.id)
    if (status && find(active.id)?.status !== status) setAsked({ id: String(active.id), status })
  }

  const title = (id: unknown) => find(id)?.title ?? ''
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('board.picked', { title: title(active.id) }),
    onDragOver: ({ active, over }) =>
      over
        ? t('board.over', { title: title(active.id), status: t(`status.${over.id as ItemStatus}`) })
        : t('board.overNothing', { title: title(active.id) }),
    onDragEnd: ({ active, over }) =>
      over
        ? t('board.dropped', { title: title(active.id), status: t(`status.${over.id as ItemStatus}`) })
        : t('board.cancelled', { title: title(active.id) }),
    onDragCancel: ({ active }) => t('board.cancelled', { title: title(active.id) }),
  }
  const draggedItem = find(dragged)

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={(collision) =>
        collision.pointerCoordinates ? pointerWithin(collision) : rectIntersection(collision)
      }
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t('board.instructions') },
      }}
      onDragStart={({ active }) => setDragged(String(active.id))}
      onDragCancel={() => setDragged(null)}
      onDragEnd={drop}
    >
      <section className={classes.board} aria-label={t('board.label')}>
        {STATUSES.map((status) => {
          const column = items.filter((item) => (item.id === move?.item.id ? move : item).status === status)
          return (
            <BoardColumn key={status} status={status} count={column.length}>
              {column.map((item) => (
                <BoardCard
                  key={item.id}
                  item={item}
                  onMove={(target) => setAsked({ id: item.id, status: target })}
                />
              ))}
            </BoardColumn>
          )
        })}
      </section>
      <DragOverlay dropAnimation={null}>
        {draggedItem && <CardFace item={draggedItem} isLifted />}
      </DragOverlay>
      {move && <MoveDialog key={move.item.id + move.status} move={move} onClose={() => setAsked(null)} />}
    </DndContext>
  )
}

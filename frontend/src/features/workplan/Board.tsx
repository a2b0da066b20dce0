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
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkplanItemSummary, WorkplanSummary } from '@/api/generated/types.gen'
import { isProblem } from '@/api/problem'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Board.module.css'
import { CardFace } from './BoardCard'
import { BoardColumn } from './BoardColumn'
import { toNextColumn } from './boardKeyboard'
import { isAsked, type Move, MoveDialog, moveItem } from './MoveDialog'
import { type ItemStatus, STATUSES } from './search'
import { UndoNotice } from './UndoNotice'
import { isolated } from './useItemWords'
import { backFrom, useUndo } from './useUndo'

interface Props {
  plan: WorkplanSummary
  items: readonly WorkplanItemSummary[]
}

/** Up to here all cards are drawn, so that the browser's own search finds them. */
const DRAWN_WHOLE = 60

/** A column for each state. An item is moved by hand, with the keyboard, or from its menu, and a move is taken back. */
export function Board({ plan, items }: Props) {
  const { t } = useTranslation(['workplan', 'plantable'])
  const { t: tCommon } = useTranslation()
  const queryClient = useQueryClient()
  const undo = useUndo(plan.id)
  const [dragged, setDragged] = useState<string | null>(null)
  const [asked, setAsked] = useState<{ id: string; status: ItemStatus } | null>(null)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextColumn }),
  )
  const find = (id: unknown) => items.find((item) => item.id === id)
  const askedItem = find(asked?.id)

  const moved = (before: WorkplanItemSummary, after: WorkplanItemSummary | undefined) => {
    setAsked(null)
    refocus(before.id)
    if (!after) return
    const told = { title: isolated(after.title), status: t(`status.${after.status}`) }
    undo.offer(t('plantable:moved', told), [backFrom(before, after)])
  }
  const save = useMutation({
    mutationFn: ({ item, status }: Move) => moveItem(item, status, ''),
    onSuccess: (after, { item }) => moved(item, after),
    onError: (error) => {
      if (isProblem(error, 412)) void queryClient.invalidateQueries()
    },
  })
  const moving = save.isPending ? save.variables : null
  const shown = moving ?? (asked && askedItem ? { item: askedItem, status: asked.status } : null)

  const saveMove = save.mutate
  const start = useCallback(
    (item: WorkplanItemSummary, status: ItemStatus) => {
      if (isAsked(item, status)) setAsked({ id: item.id, status })
      else saveMove({ item, status })
    },
    [saveMove],
  )

  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null)
    const status = STATUSES.find((candidate) => candidate === over?.id)
    const item = find(active.id)
    if (status && item && item.status !== status) start(item, status)
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
      {save.error && (
        <p role="alert" className={classes.failure}>
          {isProblem(save.error, 412) ? t('move.stale') : problemMessage(save.error, tCommon)}
        </p>
      )}
      <section className={classes.board} aria-label={t('board.label')}>
        {STATUSES.map((status) => (
          <BoardColumn
            key={status}
            status={status}
            items={items.filter((item) => (item.id === shown?.item.id ? shown : item).status === status)}
            isWhole={items.length <= DRAWN_WHOLE}
            dragged={dragged}
            onMove={start}
          />
        ))}
      </section>
      <DragOverlay dropAnimation={null}>
        {draggedItem && <CardFace item={draggedItem} isLifted />}
      </DragOverlay>
      {asked && askedItem && (
        <MoveDialog
          key={asked.id + asked.status}
          move={{ item: askedItem, status: asked.status }}
          onClose={() => setAsked(null)}
          onMoved={moved}
        />
      )}
      <UndoNotice undo={undo} />
    </DndContext>
  )
}

/** A card that went into another column is a new one: whoever held it by the keyboard goes on there. */
function refocus(id: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>(`[data-handle="${id}"]`)?.focus()
  })
}

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ActionIcon, VisuallyHidden } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConflictDialog } from '@/autosave/ConflictDialog'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Agenda.module.css'
import { AgendaItemMenu } from './AgendaItemMenu'
import { AgendaRow } from './AgendaRow'
import { ItemTime } from './ItemTime'
import type { AgendaItem, Meeting } from './meetingQuery'
import { useAgendaOrder } from './useAgendaOrder'

const upAndDownOnly: Modifier = ({ transform }) => ({ ...transform, x: 0 })

interface Props {
  meeting: Meeting
  items: readonly AgendaItem[]
}

/** The agenda for those who order it: by drag, by keyboard, or by the menu of each item. */
export function OrderableAgenda({ meeting, items: accepted }: Props) {
  const { t } = useTranslation('meetings')
  const { t: tCommon } = useTranslation()
  const { items, order, failure, conflict, resolve } = useAgendaOrder(meeting.id, accepted)
  const [said, setSaid] = useState('')
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const ids = items.map((item) => item.id)
  const titleOf = (id: UniqueIdentifier) => accepted.find((item) => item.id === id)?.title ?? ''
  const say = (what: 'picked' | 'over' | 'dropped', id: UniqueIdentifier, at: UniqueIdentifier) =>
    t(`agenda.${what === 'over' ? 'overPlace' : what}`, {
      title: titleOf(id),
      place: ids.indexOf(String(at)) + 1,
      total: ids.length,
    })

  /** Picking up puts an item over its own place: that is said once, as picked up. */
  const lastOver = useRef<UniqueIdentifier | null>(null)
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      lastOver.current = active.id
      return say('picked', active.id, active.id)
    },
    onDragOver: ({ active, over }) => {
      if (!over || over.id === lastOver.current) return undefined
      lastOver.current = over.id
      return say('over', active.id, over.id)
    },
    onDragEnd: ({ active, over }) => say('dropped', active.id, over?.id ?? active.id),
    onDragCancel: ({ active }) => t('agenda.left', { title: titleOf(active.id) }),
  }

  const move = (id: string, to: number) => {
    const from = ids.indexOf(id)
    if (to === from || to < 0 || to >= ids.length) return
    order(arrayMove(ids, from, to))
    setSaid(t('agenda.dropped', { title: titleOf(id), place: to + 1, total: ids.length }))
  }
  const drop = ({ active, over }: DragEndEvent) =>
    over && move(String(active.id), ids.indexOf(String(over.id)))

  return (
    <>
      {failure && (
        <p role="alert" className={classes.failure}>
          {t('agenda.notSaved')} {problemMessage(failure, tCommon)}
        </p>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        modifiers={[upAndDownOnly]}
        onDragEnd={drop}
        accessibility={{
          announcements,
          screenReaderInstructions: { draggable: t('agenda.instructions') },
        }}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ol className={classes.list}>
            {items.map((item, index) => (
              <SortableRow
                key={item.id}
                meeting={meeting}
                item={item}
                place={index + 1}
                total={items.length}
                time={<ItemTime meeting={meeting} items={items} item={item} />}
                onMove={(to) => move(item.id, to)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          labels={{ agenda: t('agenda.orderLabel') }}
          show={(_field, agenda) => agenda.map((id, index) => `${index + 1}. ${titleOf(id)}`).join('\n')}
          onResolve={resolve}
        />
      )}
    </>
  )
}

interface RowProps {
  meeting: Meeting
  item: AgendaItem
  place: number
  total: number
  time: ReactNode
  onMove: (to: number) => void
}

function SortableRow({ meeting, item, place, total, time, onMove }: RowProps) {
  const { t } = useTranslation('meetings')
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id: item.id, attributes: { roleDescription: t('agenda.sortable') } })
  return (
    <AgendaRow
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      isLifted={isDragging}
      item={item}
      place={place}
      time={time}
      handle={
        <ActionIcon
          ref={setActivatorNodeRef}
          className={classes.handle}
          size={30}
          aria-label={t('agenda.drag', { title: item.title })}
          data-print="hide"
          {...attributes}
          {...listeners}
        >
          <IconGripVertical size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      }
      menu={
        <AgendaItemMenu
          meeting={meeting}
          item={item}
          onUp={place > 1 ? () => onMove(place - 2) : undefined}
          onDown={place < total ? () => onMove(place) : undefined}
        />
      }
    />
  )
}

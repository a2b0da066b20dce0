import { useDroppable } from '@dnd-kit/core'
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkplanItemSummary } from '@/api/generated/types.gen'
import { useFormat } from '@/i18n/useFormat'
import { usePageOffset } from '@/lists/usePageOffset'
import classes from './Board.module.css'
import { BoardCard } from './BoardCard'
import type { ItemStatus } from './search'

interface Props {
  status: ItemStatus
  items: readonly WorkplanItemSummary[]
  /** Draw all cards, not only those in sight. */
  isWhole: boolean
  dragged: string | null
  onMove: (item: WorkplanItemSummary, status: ItemStatus) => void
}

export function BoardColumn({ status, items, isWhole, ...cards }: Props) {
  const { t } = useTranslation('workplan')
  const format = useFormat()
  const { setNodeRef, isOver } = useDroppable({ id: status })

  return (
    <section
      ref={setNodeRef}
      className={classes.column}
      data-status={status}
      data-over={isOver || undefined}
      aria-labelledby={`column-${status}`}
    >
      <h2 id={`column-${status}`} className={classes.head}>
        <span>{t(`status.${status}`)}</span>
        <span className={classes.count}>{format.number(items.length)}</span>
      </h2>
      {items.length === 0 && <p className={classes.none}>{t('board.none')}</p>}
      {items.length > 0 &&
        (isWhole ? (
          <ul className={classes.cards}>
            {items.map((item) => (
              <BoardCard key={item.id} item={item} onMove={cards.onMove} />
            ))}
          </ul>
        ) : (
          <CardsInSight items={items} {...cards} />
        ))}
    </section>
  )
}

const CARD = { height: 104, gap: 8 }

function CardsInSight({ items, dragged, onMove }: Pick<Props, 'items' | 'dragged' | 'onMove'>) {
  const { ref, offset } = usePageOffset<HTMLUListElement>()
  const inHand = dragged === null ? -1 : items.findIndex((item) => item.id === dragged)
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => CARD.height,
    gap: CARD.gap,
    overscan: 2,
    scrollMargin: offset,
    getItemKey: (index) => items[index]?.id ?? index,
    rangeExtractor: useCallback(
      (range: Range) => {
        const drawn = defaultRangeExtractor(range)
        return inHand < 0 || drawn.includes(inHand) ? drawn : [...drawn, inHand].sort((a, b) => a - b)
      },
      [inHand],
    ),
  })

  return (
    <ul
      ref={ref}
      className={classes.cards}
      data-in-sight=""
      style={{ blockSize: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const item = items[index]
        return (
          item && (
            <BoardCard
              key={item.id}
              item={item}
              onMove={onMove}
              place={{
                index,
                count: items.length,
                style: { transform: `translateY(${start - offset}px)` },
                measure: virtualizer.measureElement,
              }}
            />
          )
        )
      })}
    </ul>
  )
}

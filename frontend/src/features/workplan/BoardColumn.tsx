import { useDroppable } from '@dnd-kit/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import classes from './Board.module.css'
import type { ItemStatus } from './search'

interface Props {
  status: ItemStatus
  count: number
  children: ReactNode
}

export function BoardColumn({ status, count, children }: Props) {
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
        <span className={classes.count}>{format.number(count)}</span>
      </h2>
      {count === 0 ? (
        <p className={classes.none}>{t('board.none')}</p>
      ) : (
        <ul className={classes.cards}>{children}</ul>
      )}
    </section>
  )
}

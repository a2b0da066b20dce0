import type { KeyboardEventHandler, ReactNode } from 'react'
import classes from './Row.module.css'

interface RowProps {
  title: ReactNode
  /** A line of context below the title. */
  context?: ReactNode
  /** One badge, figure or action at the end. */
  aside?: ReactNode
  /** A number or a handle before the title. */
  leading?: ReactNode
  /** Chips, or whatever else belongs below the context. */
  children?: ReactNode
  /** `matter`: title in serif, for what people read, such as a practice. */
  look?: 'plain' | 'matter'
}

export function Row({ title, context, aside, leading, children, look = 'plain' }: RowProps) {
  return (
    <li className={classes.row} data-look={look}>
      {leading !== undefined && <div className={classes.leading}>{leading}</div>}
      <div className={classes.words}>
        <div className={classes.title}>{title}</div>
        {context && <div className={classes.context}>{context}</div>}
        {children}
      </div>
      {aside && <div className={classes.aside}>{aside}</div>}
    </li>
  )
}

interface RowListProps {
  /** What the list is of, for those who hear it; not needed in a card with a title. */
  label?: string
  ordered?: boolean
  onKeyDown?: KeyboardEventHandler<HTMLElement>
  children: ReactNode
}

export function RowList({ label, ordered = false, onKeyDown, children }: RowListProps) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List className={classes.list} aria-label={label} onKeyDown={onKeyDown}>
      {children}
    </List>
  )
}

import type { ReactNode } from 'react'
import classes from './State.module.css'

interface Props {
  /** What would be here. */
  title: string
  children?: ReactNode
  /** The first step. */
  action?: ReactNode
}

export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={classes.state}>
      <p className={classes.title}>{title}</p>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}

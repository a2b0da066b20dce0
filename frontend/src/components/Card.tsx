import { type ReactNode, useId } from 'react'
import classes from './Card.module.css'

interface Props {
  title?: ReactNode
  /** At the end of the head: a link, a badge, a figure. */
  action?: ReactNode
  children: ReactNode
}

/** A sheet of paper. Rows touch its edges; anything else goes into a `CardBody`. */
export function Card({ title, action, children }: Props) {
  const id = useId()
  if (!title) return <div className={classes.card}>{children}</div>
  return (
    <section className={classes.card} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {action && <div className={classes.action}>{action}</div>}
      </div>
      {children}
    </section>
  )
}

export function CardBody({ children }: { children: ReactNode }) {
  return <div className={classes.body}>{children}</div>
}

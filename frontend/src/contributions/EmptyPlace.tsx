import { type ReactNode, useId } from 'react'
import classes from './Contributions.module.css'

interface Props {
  /** What is not there yet. */
  title: string
  /** What it would be good for. */
  children: ReactNode
  /** The first step. */
  action?: ReactNode
}

/** A place kept for what is not there yet: it shows as a gap in the page, not as an empty list. */
export function EmptyPlace({ title, children, action }: Props) {
  const id = useId()
  return (
    <section className={classes.place} aria-labelledby={id}>
      <div>
        <h2 id={id} className={classes.placeTitle}>
          {title}
        </h2>
        <p className={classes.placeHelp}>{children}</p>
      </div>
      {action}
    </section>
  )
}

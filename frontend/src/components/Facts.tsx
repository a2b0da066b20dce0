import type { ReactNode } from 'react'
import classes from './Facts.module.css'

/** What is known of something, one `Fact` below the other: its name, and the fact. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>
}

interface FactProps {
  name: string
  /** Nothing is shown where there is nothing to say. */
  children: ReactNode
}

export function Fact({ name, children }: FactProps) {
  if (children === null || children === undefined || children === '' || children === false) return null
  return (
    <div>
      <dt className={classes.name}>{name}</dt>
      <dd className={classes.fact}>{children}</dd>
    </div>
  )
}

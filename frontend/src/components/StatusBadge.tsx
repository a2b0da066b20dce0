import type { ReactNode } from 'react'
import classes from './StatusBadge.module.css'

/** soon: amber; late: red; active: blue; done: green; quiet: grey. */
export type Tone = 'soon' | 'late' | 'active' | 'done' | 'quiet'

interface Props {
  tone: Tone
  children: ReactNode
}

/** A dot and a word; colour never says it alone. One a row. */
export function StatusBadge({ tone, children }: Props) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  )
}

import type { ReactNode } from 'react'
import classes from './Countdown.module.css'

interface Props {
  /** Days that are left; the day itself is 0. */
  days: string
  /** "days until it begins" */
  children: ReactNode
}

/** A figure that one sees from afar, and what it counts down to. */
export function Countdown({ days, children }: Props) {
  return (
    <p className={classes.countdown}>
      <b className={classes.days}>{days}</b> <span>{children}</span>
    </p>
  )
}

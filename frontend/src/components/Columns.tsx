import type { ReactNode } from 'react'
import classes from './Columns.module.css'

interface Props {
  /** The matter. */
  children: ReactNode
  /** Its circumstances: on a phone, below. */
  aside?: ReactNode
}

/** A page's body: cards one below the other, with a narrower column beside them on a desk. */
export function Columns({ children, aside }: Props) {
  if (!aside) return <div className={classes.stack}>{children}</div>
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>{children}</div>
      <div className={classes.stack}>{aside}</div>
    </div>
  )
}

import type { ReactNode } from 'react'
import classes from './Columns.module.css'

interface Props {
  /** The matter. */
  children: ReactNode
  /** Its circumstances: on a phone, below. */
  aside?: ReactNode
  /** Whether the circumstances are on paper too. */
  printsAside?: boolean
}

/** A page's body: cards one below the other, with a narrower column beside them on a desk. */
export function Columns({ children, aside, printsAside = true }: Props) {
  if (!aside) return <div className={classes.stack}>{children}</div>
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>{children}</div>
      <div className={classes.stack} data-print={printsAside ? undefined : 'hide'}>
        {aside}
      </div>
    </div>
  )
}

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

/**
 * A page's body: cards one below the other, with a narrower column beside them on a desk. Circumstances that arrive later
 * take their place beside the matter and leave it as it is: what was opened or typed there stays.
 */
export function Columns({ children, aside, printsAside = true }: Props) {
  return (
    <div className={aside ? classes.columns : undefined}>
      <div className={classes.stack}>{children}</div>
      {aside && (
        <div className={classes.stack} data-print={printsAside ? undefined : 'hide'}>
          {aside}
        </div>
      )}
    </div>
  )
}

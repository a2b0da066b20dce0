import { lazy, Suspense } from 'react'
import classes from './Minutes.module.css'
import type { TextDiffProps } from './TextDiff'

const TextDiff = lazy(() => import('./TextDiff'))

/** What changed between two texts; until what compares them has arrived, the later one. */
export function WordDiff(props: TextDiffProps) {
  return (
    <Suspense fallback={<p className={classes.text}>{props.to}</p>}>
      <TextDiff {...props} />
    </Suspense>
  )
}

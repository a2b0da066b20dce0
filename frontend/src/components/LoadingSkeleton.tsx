import { useTranslation } from 'react-i18next'
import classes from './LoadingSkeleton.module.css'

interface Props {
  /** As many rows as will probably come, so that nothing jumps. */
  rows?: number
}

/** The shape of a list while it loads; shows after 200 ms, so that what is fast does not flicker. */
export function LoadingSkeleton({ rows = 4 }: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.skeleton} role="status" aria-label={t('state.loading')}>
      {range(rows).map((row) => (
        <div key={row} className={classes.row}>
          <div className={classes.line} />
          <div className={classes.line} />
        </div>
      ))}
    </div>
  )
}

const range = (length: number): number[] => [...Array(length).keys()]

import { useFormat } from '@/i18n/useFormat'
import classes from './Bars.module.css'

interface Props {
  bars: readonly { name: string; value: number }[]
}

/** Bars with their figures, earliest first from the left in every language. The table beside them says the same. */
export function Bars({ bars }: Props) {
  const format = useFormat()
  const most = Math.max(...bars.map(({ value }) => value), 1)
  return (
    <div className={classes.frame} dir="ltr" aria-hidden>
      {bars.map(({ name, value }) => (
        <div key={name} className={classes.bar}>
          <span className={classes.value}>{value > 0 && format.number(value)}</span>
          <span className={classes.body} style={{ blockSize: `${(value / most) * 100}%` }} />
          <span className={classes.name}>{name}</span>
        </div>
      ))}
    </div>
  )
}

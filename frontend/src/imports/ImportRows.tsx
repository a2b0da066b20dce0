import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Imports.module.css'

interface Props<R> {
  rows: readonly R[]
  /** What a row is about: "Item", "Practice". */
  subject: string
  place: (row: R) => number
  title: (row: R) => string
  children: (row: R) => ReactNode
}

/** What each row of a file does. */
export function ImportRows<R>({ rows, subject, place, title, children }: Props<R>) {
  const { t } = useTranslation('imports')
  return (
    <div className={classes.scroll}>
      <table className={classes.rows}>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            <th scope="col">{subject}</th>
            <th scope="col">{t('what')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={place(row)}>
              <td>{place(row)}</td>
              <td dir="auto">{title(row)}</td>
              <td>{children(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What is wrong with a row. */
export function RowFault({ children }: { children: ReactNode }) {
  return <div className={classes.failure}>{children}</div>
}

import type { ReactNode } from 'react'
import { Card, CardBody } from '@/components/Card'
import { RowList } from '@/components/Row'
import classes from './Handover.module.css'

interface Props<T> {
  title: string
  /** The sentence that there is nothing. */
  empty: string
  items: readonly T[]
  children: (item: T) => ReactNode
}

/** A part of the brief: its rows with their number, or the sentence that there are none. */
export function Section<T>({ title, empty, items, children }: Props<T>) {
  return (
    <Card title={title} action={items.length > 0 && String(items.length)}>
      {items.length === 0 ? (
        <CardBody>
          <p className={classes.quiet}>{empty}</p>
        </CardBody>
      ) : (
        <RowList>{items.map(children)}</RowList>
      )}
    </Card>
  )
}

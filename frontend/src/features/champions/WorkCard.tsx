import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { DemonstrationMark } from '@/components/Mark'
import { QueryState } from '@/components/QueryState'
import { RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import classes from './WorkOfChampion.module.css'

interface Props<Item> {
  title: string
  empty: string
  query: UseQueryResult<{ items: Item[]; next: string | null }, unknown>
  /** The list of all, with the champion chosen. */
  all: { to: string; search: Record<string, unknown>; label: string }
  children: (item: Item) => ReactNode
}

/** The latest of one kind of a champion's work, with the way to all of it. */
export function WorkCard<Item>({ title, empty, query, all, children }: Props<Item>) {
  return (
    <Card
      title={title}
      action={
        query.data?.next && (
          <TextLink to={all.to as string} search={all.search as never}>
            {all.label}
          </TextLink>
        )
      }
    >
      <QueryState query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? <EmptyState title={empty} /> : <RowList>{items.map(children)}</RowList>
        }
      </QueryState>
    </Card>
  )
}

export function Invented() {
  return (
    <div className={classes.mark}>
      <DemonstrationMark />
    </div>
  )
}

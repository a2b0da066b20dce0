import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import { Fragment, type KeyboardEventHandler, type ReactNode } from 'react'
import { itemsOf, type Page } from '@/api/page'
import { ErrorState } from './ErrorState'
import { LoadingSkeleton } from './LoadingSkeleton'
import { LoadMore } from './LoadMore'
import { RowList } from './Row'

interface QueryStateProps<T> {
  query: UseQueryResult<T, unknown>
  /** Rows of the skeleton. */
  rows?: number
  children: (data: T) => ReactNode
}

/** Loading, failure or the matter itself. What was read before stays on screen while it is read again. */
export function QueryState<T>({ query, rows, children }: QueryStateProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />
  return <LoadingSkeleton {...(rows && { rows })} />
}

interface PagedListProps<T> {
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>, unknown>
  empty: ReactNode
  rows?: number
  children: (items: T[]) => ReactNode
}

/** A list that grows: loading, failure, nothing, or its items with "Show more" below. */
export function PagedList<T>({ query, empty, rows, children }: PagedListProps<T>) {
  return (
    <QueryState query={query as UseQueryResult<InfiniteData<Page<T>>, unknown>} {...(rows && { rows })}>
      {(data) => {
        const items = itemsOf(data)
        if (items.length === 0) return empty
        return (
          <>
            {children(items)}
            <LoadMore query={query} />
          </>
        )
      }}
    </QueryState>
  )
}

interface PagedRowsProps<T> extends Omit<PagedListProps<T>, 'children'> {
  /** What the list is of, for those who hear it; not needed in a card with a title. */
  label?: string
  onKeyDown?: KeyboardEventHandler<HTMLElement>
  /** One record's `Row`. */
  children: (item: T) => ReactNode
}

/** A list that grows, a row a record. */
export function PagedRows<T extends { id: string }>({
  label,
  onKeyDown,
  children,
  ...list
}: PagedRowsProps<T>) {
  return (
    <PagedList {...list}>
      {(items) => (
        <RowList {...(label && { label })} {...(onKeyDown && { onKeyDown })}>
          {items.map((item) => (
            <Fragment key={item.id}>{children(item)}</Fragment>
          ))}
        </RowList>
      )}
    </PagedList>
  )
}

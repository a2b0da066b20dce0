import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

type Filters = Record<string, unknown> & { q?: string | undefined }

const isSet = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

const NONE: readonly string[] = []

/**
 * Changes filters in the URL. Give it what `Route.useSearch()` returned. What `kept` names says where one looks (a view, a
 * month): it is no filter, and stays when filters are cleared.
 */
export function useListSearch<S extends Filters>(search: S, kept: readonly (keyof S & string)[] = NONE) {
  const navigate = useNavigate()

  const setSearch = useCallback(
    (change: Partial<S>) => {
      const next = Object.fromEntries(
        Object.entries({ ...search, ...change }).filter(([, value]) => isSet(value)),
      )
      return navigate({ to: '.', search: next as never, replace: true, resetScroll: false })
    },
    [navigate, search],
  )

  const filters = Object.entries(search).filter(([name]) => name !== 'sort' && !kept.includes(name))
  const isFiltered = filters.some(([, value]) => isSet(value))
  const others = Object.fromEntries(Object.entries(search).filter(([name]) => kept.includes(name)))
  const clear = () => navigate({ to: '.', search: others as never, replace: true })
  return {
    setSearch,
    clear,
    isFiltered,
    /** What a `FilterBar` takes. */
    bar: {
      query: search.q as string | undefined,
      onQuery: (q: string) => setSearch({ q } as Partial<S> & Filters),
      isFiltered,
      onClear: clear,
    },
  }
}

import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

type Filters = Record<string, unknown> & { q?: string | undefined }

const isSet = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** Changes filters in the URL. Give it what `Route.useSearch()` returned. */
export function useListSearch<S extends Filters>(search: S) {
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

  const filters = Object.entries(search).filter(([name]) => name !== 'sort')
  const isFiltered = filters.some(([, value]) => isSet(value))
  const clear = () => navigate({ to: '.', search: {} as never, replace: true })
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

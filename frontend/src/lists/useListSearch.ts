import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

type Filters = Record<string, unknown>

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
  return {
    setSearch,
    clear: () => navigate({ to: '.', search: {} as never, replace: true }),
    isFiltered: filters.some(([, value]) => isSet(value)),
  }
}

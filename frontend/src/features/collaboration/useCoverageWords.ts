import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isolated } from '@/i18n/isolated'
import { useFormat } from '@/i18n/useFormat'
import type { Place } from './coverage'

/** What a cell holds, in words. */
export function useCoverageWords() {
  const { t } = useTranslation('collaboration')
  const format = useFormat()
  return useMemo(() => {
    const what = ({ row, column, cell }: Place): string => {
      const champions = column.champion
        ? cell.champions > 0 && t('coverage.championsIt')
        : cell.champions > 0 && t('coverage.champions', { count: cell.champions })
      const parts = [
        champions,
        cell.practices > 0 && t('coverage.practices', { count: cell.practices }),
        cell.activities > 0 && t('coverage.activities', { count: cell.activities }),
        cell.pledges > 0 && t('coverage.pledges', { count: cell.pledges }),
      ].filter((part): part is string => Boolean(part))
      if (parts.length > 0) return format.list(parts)
      return t(row.standing === 'worked_on' ? 'coverage.nothing' : 'coverage.nobody')
    }
    return {
      what,
      number: format.number,
      ofPlace: (place: Place) =>
        t('coverage.cell', {
          whose: isolated(place.column.name),
          objective: `${place.row.objective} ${place.row.short}`,
          what: what(place),
        }),
    }
  }, [t, format])
}

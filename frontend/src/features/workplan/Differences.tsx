import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import classes from './Differences.module.css'
import { AREAS, STATUSES } from './search'
import { useAreaName } from './useAreas'
import { useChampionChoices } from './useChoices'

type Value = string | number | readonly string[] | readonly number[] | null

interface Props {
  differences: readonly { field: string; before: Value; after: Value }[]
  /** Titles of items by key, for what an item waits for. */
  titles?: ReadonlyMap<string, string>
}

const FIELDS = [
  'title',
  'description',
  'scope_of_work',
  'expected_result',
  'lead',
  'supporting',
  'objectives',
  'processes',
  'starts_on',
  'due_on',
  'status',
  'dropped_reason',
  'percentage',
  'waits_for',
] as const

const TEXTS: readonly string[] = ['title', 'description', 'expected_result', 'dropped_reason']

const WordDifference = lazy(() =>
  import('@/components/WordDifference').then((part) => ({ default: part.WordDifference })),
)

/** "Due on: 30 September 2026 → 30 November 2026" for each field that changed; texts word by word. */
export function Differences({ differences, titles }: Props) {
  const { t } = useTranslation('workplan')
  const told = useToldValue(titles)
  return (
    <ul className={classes.list}>
      {differences.map(({ field, before, after }) => {
        const name = FIELDS.find((known) => known === field)
        const both = (
          <>
            <del>{told(field, before)}</del>{' '}
            <span className={classes.arrow} aria-hidden>
              →
            </span>{' '}
            <ins>{told(field, after)}</ins>
          </>
        )
        return (
          <li key={field}>
            {name ? t(`field.${name}`) : field}:{' '}
            {TEXTS.includes(field) && before && after ? (
              <Suspense fallback={both}>
                <WordDifference before={String(before)} after={String(after)}>
                  {both}
                </WordDifference>
              </Suspense>
            ) : (
              both
            )}
          </li>
        )
      })}
    </ul>
  )
}

function useToldValue(titles: ReadonlyMap<string, string> | undefined) {
  const { t } = useTranslation('workplan')
  const format = useFormat()
  const areaName = useAreaName()
  const champions = useChampionChoices()
  const named = (code: string) => champions.find(({ value }) => value === code)?.label ?? code

  return (field: string, value: Value): string => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
      return t('field.nothing')
    if (Array.isArray(value)) {
      const parts = value.map(String)
      if (field === 'supporting') return format.list(parts.map(named))
      return format.list(field === 'waits_for' ? parts.map((key) => titles?.get(key) ?? key) : parts)
    }
    const text = String(value)
    const status = STATUSES.find((known) => known === text)
    const area = AREAS.find((known) => known === text)
    if (field === 'status' && status) return t(`status.${status}`)
    if (field === 'scope_of_work' && area) return areaName(area)
    if (field === 'due_on' || field === 'starts_on') return format.date(text)
    if (field === 'percentage') return t('item.percent', { percentage: Number(value) })
    return field === 'lead' ? named(text) : text
  }
}

import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import classes from './Facets.module.css'
import type { FacetValue } from './facetSearch'

export interface FacetOption {
  value: FacetValue
  label: string
  count: number
}

interface Props {
  title: string
  options: readonly FacetOption[]
  chosen: readonly FacetValue[]
  onToggle: (value: FacetValue) => void
  /** Open from the start: the facets that people begin with, and those in use. */
  isOpen: boolean
}

const FEW = 6

/** One facet: its values, how many practices each would find, and which are chosen. */
export function Facet({ title, options, chosen, onToggle, isOpen }: Props) {
  const { t } = useTranslation('finding')
  const format = useFormat()
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll
    ? options
    : options.filter(({ value }, place) => place < FEW || chosen.includes(value))
  return (
    <details className={classes.facet} open={isOpen}>
      <summary className={classes.title}>
        {title}
        {chosen.length > 0 && <span className={classes.chosen}>{format.number(chosen.length)}</span>}
      </summary>
      <ul className={classes.options} aria-label={title}>
        {shown.map(({ value, label, count }) => (
          <li key={value} className={classes.option}>
            <Checkbox
              size="sm"
              label={<bdi>{label}</bdi>}
              checked={chosen.includes(value)}
              onChange={() => onToggle(value)}
              classNames={{ label: classes.label ?? '' }}
              aria-describedby={`${title}-${value}-count`}
            />
            <span id={`${title}-${value}-count`} className={classes.count}>
              {format.number(count)}
            </span>
          </li>
        ))}
      </ul>
      {options.length > FEW && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('fewer') : t('all', { count: options.length })}
        </Button>
      )}
    </details>
  )
}

import { useTranslation } from 'react-i18next'
import type { PracticeFacets } from '@/api/generated/types.gen'
import type { PracticeSearch } from '../practiceSearch'
import { useRegionNames } from '../useRegionNames'
import { Facet, type FacetOption } from './Facet'
import classes from './Facets.module.css'
import { chosenIn, FACETS, type FacetName, toggled } from './facetSearch'
import { useFacetWords } from './useFacetWords'

interface Props {
  facets: PracticeFacets
  search: PracticeSearch
  onChange: (change: Partial<PracticeSearch>) => void
}

const BEGINS_OPEN: readonly FacetName[] = ['objective', 'region', 'type_of_practice']

/** All facets. A value that is chosen stays, also where it finds nothing any more. */
export function Facets({ facets, search, onChange }: Props) {
  const { t } = useTranslation('finding')
  const wordsFor = useFacetWords()
  const worldRegions = useRegionNames().regions.map(({ m49 }) => m49)

  const optionsOf = (facet: FacetName): FacetOption[] => {
    const chosen = chosenIn(search, facet)
    const counts: { value: number | string; count: number }[] = [...facets[facet]]
    if (facet === 'year') counts.reverse()
    for (const value of chosen)
      if (!counts.some((one) => one.value === value)) counts.push({ value, count: 0 })
    return counts
      .filter(
        ({ value }) => facet !== 'region' || worldRegions.includes(String(value)) || chosen.includes(value),
      )
      .map(({ value, count }) => ({ value, count, label: wordsFor(facet, value) }))
  }

  return (
    <div className={classes.facets}>
      {FACETS.map((facet) => {
        const options = optionsOf(facet)
        const chosen = chosenIn(search, facet)
        if (options.length === 0) return null
        return (
          <Facet
            key={facet}
            title={t(`facet.${facet}`)}
            options={options}
            chosen={chosen}
            onToggle={(value) => onChange(toggled(search, facet, value))}
            isOpen={chosen.length > 0 || BEGINS_OPEN.includes(facet)}
          />
        )
      })}
    </div>
  )
}

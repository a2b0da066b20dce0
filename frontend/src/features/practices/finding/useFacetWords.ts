import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import { useCountries, useTerms } from '@/vocabularies/useTerms'
import { useRegionNames } from '../useRegionNames'
import type { FacetName, FacetValue } from './facetSearch'

/** What a value of a facet is called, in the language of the screen. */
export function useFacetWords(): (facet: FacetName, value: FacetValue) => string {
  const { t } = useTranslation('practices')
  const format = useFormat()
  const countries = useCountries()
  const { nameOf } = useRegionNames()
  const terms = {
    objective: useTerms('objectives'),
    principle: useTerms('principles'),
    sdg: useTerms('sdgs'),
  }
  return (facet, value) => {
    switch (facet) {
      case 'objective':
      case 'principle':
      case 'sdg': {
        const term = terms[facet].find(({ number }) => number === value)
        return `${value} ${term?.short ?? term?.title ?? ''}`.trim()
      }
      case 'region':
        return nameOf(String(value)) ?? String(value)
      case 'country':
        return countries.find(({ iso3 }) => iso3 === value)?.name ?? String(value)
      case 'type_of_practice':
        return t(`type.${value as 'event'}`)
      case 'language':
        return format.language(String(value))
      case 'year':
        return String(value)
    }
  }
}

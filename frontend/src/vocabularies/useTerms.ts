import { useQuery } from '@tanstack/react-query'
import {
  listCountriesOptions,
  listRegionsOptions,
  listTermsOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import type { ListTermsData } from '@/api/generated/types.gen'

/** Vocabularies do not change while one reads; a change of language reads them again. */
const fixed = { staleTime: Number.POSITIVE_INFINITY }

/** The entries of a worded vocabulary in the language of the screen; none while they load. */
export function useTerms(name: ListTermsData['path']['name']) {
  return useQuery({ ...listTermsOptions({ path: { name } }), ...fixed }).data?.items ?? []
}

export function useCountries() {
  return useQuery({ ...listCountriesOptions(), ...fixed }).data?.items ?? []
}

export function useRegions() {
  return useQuery({ ...listRegionsOptions(), ...fixed }).data?.items ?? []
}

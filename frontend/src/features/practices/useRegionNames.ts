import { useCountries, useRegions } from '@/vocabularies/useTerms'

/** Names of regions by their code, and of the region in which a State lies. */
export function useRegionNames() {
  const regions = useRegions()
  const countries = useCountries()
  const nameOf = (m49: string) => regions.find((region) => region.m49 === m49)?.name
  const inhabited = new Set(countries.map((country) => country.region_m49))
  return {
    nameOf,
    regionOf: (iso3: string) => nameOf(countries.find((country) => country.iso3 === iso3)?.region_m49 ?? ''),
    /** The regions of the world, without their parts. */
    regions: regions.filter((region) => inhabited.has(region.m49)),
  }
}

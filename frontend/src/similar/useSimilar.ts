import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { listSimilarOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { SimilarKind } from '@/api/generated/types.gen'
import { useSession } from '@/session/useSession'
import { useCountries } from '@/vocabularies/useTerms'

/** What is being written. */
export interface Written {
  kind: SimilarKind
  /** Title and text, as far as there are. */
  text: string
  objectives: readonly number[]
  startsOn?: string | null
  /** The record's own key, once it is saved. */
  id: string | undefined
}

const PAUSE = 600
/** Shorter texts resemble everything. */
const LEAST = 8
/** What tells a text from others stands in its beginning; an address has an end. */
const MOST = 1500

/** What resembles it, asked for when the writer pauses; nothing while there is too little to compare. */
export function useSimilar({ kind, text, objectives, startsOn, id }: Written) {
  const iso3 = useSession()?.champion?.iso3
  const region = useCountries().find((country) => country.iso3 === iso3)?.region_m49
  const [query] = useDebouncedValue(
    JSON.stringify({
      kind,
      text: text.trim().slice(0, MOST),
      objective: objectives,
      ...(region && { region: [region] }),
      ...(startsOn && { starts_on: startsOn }),
      ...(id && { exclude: id }),
    }),
    PAUSE,
  )
  const asked = JSON.parse(query)
  return (
    useQuery({
      ...listSimilarOptions({ query: asked }),
      enabled: asked.text.length >= LEAST,
      placeholderData: keepPreviousData,
      retry: false,
      staleTime: 60_000,
    }).data?.items ?? []
  )
}

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { proposeCochairTerms } from '@/api/generated/sdk.gen'
import type { ProposalRequest, ProposedTerm } from '@/api/generated/types.gen'
import type { PlannerSearch } from './search'

export type { ProposedTerm }

/** How many proposals stand beside the first. */
const OTHERS = 2

const codes = (pair: string): [string, string] => {
  const [one = '', other = ''] = pair.split('-')
  return [one, other]
}

export const codesOf = ({ champions: [one, other] }: ProposedTerm): [string, string] => [
  one?.iso3 ?? '',
  other?.iso3 ?? '',
]

export const pairKey = (term: ProposedTerm): string => codesOf(term).sort().join('-')

export const keptKey = (term: ProposedTerm): string => `${term.starts_on}:${pairKey(term)}`

function requestOf({ from, until, terms, kept = [], forbidden = [] }: PlannerSearch): ProposalRequest {
  return {
    terms: terms ?? 4,
    ...(from && { from }),
    ...(until && { first_ends_on: until }),
    kept: kept.map((key) => ({ starts_on: key.slice(0, 10), champions: codes(key.slice(11)) })),
    forbidden: forbidden.map(codes),
    alternatives: OTHERS,
  }
}

/** Asking plans nothing, so it is read like any other page; the plan before stays while another is made. */
export const proposalQuery = (search: PlannerSearch) => {
  const body = requestOf(search)
  return queryOptions({
    queryKey: ['cochair-proposals', body] as const,
    queryFn: async ({ signal }) => {
      const { data } = await proposeCochairTerms({ body, signal })
      return [data.items, ...data.alternatives.map(({ items }) => items)]
    },
    placeholderData: keepPreviousData,
  })
}

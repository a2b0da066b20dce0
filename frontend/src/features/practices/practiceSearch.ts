import * as z from 'zod/mini'
import { LANGUAGE_TAGS } from '@/i18n/languages'
import { listSearch, numbers, oneOf, severalOf, someOf, word } from '@/lists/listSearch'

export const STATUSES = [
  'draft',
  'submitted',
  'under_review',
  'changes_requested',
  'accepted',
  'published',
  'withdrawn',
] as const

export const TYPES = [
  'programme_or_project',
  'policy_or_legislation',
  'partnership_or_initiative',
  'campaign',
  'tool_or_service',
  'event',
] as const

export const SCOPES = ['global', 'regional', 'subregional', 'national', 'local'] as const

export const LICENCES = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC0-1.0'] as const

/** A licence's identifier has dots, which a text's key has not. */
export const LICENCE_NAMES = {
  'CC-BY-4.0': 'by',
  'CC-BY-SA-4.0': 'bySa',
  'CC-BY-NC-4.0': 'byNc',
  'CC0-1.0': 'zero',
} as const

/** A region's code, "142", is a number to whoever types it into an address. */
const codes = severalOf(z.coerce.string())

export const practiceSearch = listSearch({
  /** One's own champion's, or for the secretariat all, in whatever state; what is published where nothing is said. */
  view: oneOf(['ours']),
  objective: numbers,
  principle: numbers,
  sdg: numbers,
  region: codes,
  country: codes,
  type_of_practice: someOf(TYPES),
  year: severalOf(z.coerce.number()),
  language: severalOf(z.enum(LANGUAGE_TAGS)),
  champion: word,
  status: someOf(STATUSES),
})

export type PracticeSearch = z.infer<typeof practiceSearch>

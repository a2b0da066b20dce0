import type { ListSuggestionsResponse } from '@/api/generated/types.gen'

export type Suggestions = ListSuggestionsResponse
export type Suggestion = Suggestions['items'][number]
export type Reason = Suggestion['reasons'][number]
export type WorkRef = NonNullable<Reason['own']>

const PATHS: Record<WorkRef['kind'], (id: string) => string | null> = {
  practice: (id) => `/practices/${id}`,
  activity: (id) => `/activities/${id}`,
  pledge: (id) => `/pledges/${id}`,
  process: (id) => `/processes/${id}`,
  need: () => null,
}

/** The page of the record that shows a reason; a need has none. */
export const pathOfWork = ({ kind, id }: WorkRef): string | null => PATHS[kind](id)

/** The key of the sentence that tells a reason. */
export const sentenceOf = ({ kind, basis }: Reason) =>
  kind === 'learn_from' || kind === 'share_with'
    ? (`reason.${kind}.${basis ?? 'gap'}` as const)
    : (`reason.${kind}` as const)

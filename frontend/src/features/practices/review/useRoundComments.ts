import { useQuery } from '@tanstack/react-query'
import { listPracticeCommentsOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { CommentBody, PracticeBody } from '@/api/generated/types.gen'

const NONE: CommentBody[] = []

/** What was said in the round under way, or in the one that `round` names; nothing before the first submission. */
export function useRoundComments(practice: PracticeBody | null, round?: number): CommentBody[] {
  const query = useQuery({
    ...listPracticeCommentsOptions({
      path: { practice_id: practice?.id ?? '' },
      query: { limit: 100, ...(round && { round }) },
    }),
    enabled: practice !== null && practice.submitted_at !== null && practice.voice !== null,
  })
  return query.data?.items ?? NONE
}

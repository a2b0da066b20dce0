import type { TFunction } from 'i18next'
import { isProblem } from '@/api/problem'

/** What to tell the person: the server's own sentence where there is one, else what they can do. */
export function problemMessage(error: unknown, t: TFunction<'common'>): string {
  if (!isProblem(error) || error.status >= 500) return t('problem.server')
  if (error.isOffline) return t('problem.offline')
  if (error.isConflict) return t('problem.conflict')
  return error.detail ?? (error.title || t('problem.server'))
}

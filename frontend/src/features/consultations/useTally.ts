import { useTranslation } from 'react-i18next'
import type { Tally } from '@/api/generated/types.gen'

const KINDS = ['object', 'comment', 'agree', 'silent'] as const

/** "2 object, 3 comment, 15 agree, 9 have not answered": what weighs most first, what there is none of left out. */
export function useTally(): (tally: Tally) => string {
  const { t } = useTranslation('consultations')
  return (tally) =>
    KINDS.filter((kind) => tally[kind] > 0)
      .map((kind) => t(`tally.${kind}`, { count: tally[kind] }))
      .join(t('tally.separator'))
}

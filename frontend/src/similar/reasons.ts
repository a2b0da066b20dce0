import { useTranslation } from 'react-i18next'
import type { SimilarityReason } from '@/api/generated/types.gen'
import { useFormat } from '@/i18n/useFormat'
import { useRegions } from '@/vocabularies/useTerms'

/** A reason in words: "Same objective: 5". */
export function useReasonWords(): (reason: SimilarityReason) => string {
  const { t } = useTranslation('finding')
  const format = useFormat()
  const regions = useRegions()
  return ({ kind, words, objectives, region, days_apart }) => {
    switch (kind) {
      case 'words':
        return t('reason.words', { count: words.length, words: format.list(words) })
      case 'objectives':
        return t('reason.objectives', {
          count: objectives.length,
          objectives: format.list(objectives.map(String)),
        })
      case 'region':
        return t('reason.region', { region: regions.find(({ m49 }) => m49 === region)?.name ?? region })
      case 'dates':
        return t('reason.dates', { count: days_apart ?? 0 })
    }
  }
}

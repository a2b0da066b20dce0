import { useTranslation } from 'react-i18next'
import { useTerms } from '@/vocabularies/useTerms'
import { type Reason, sentenceOf } from './suggestions'

/** A reason as a sentence, with its objective by number and name. */
export function useReasonWords(): (reason: Reason) => string {
  const { t } = useTranslation('collaboration')
  const objectives = useTerms('objectives')
  return (reason) => {
    const named = objectives.find(({ number }) => number === reason.objective)
    return t(sentenceOf(reason), { objective: named ? `${named.number} ${named.short}` : reason.objective })
  }
}

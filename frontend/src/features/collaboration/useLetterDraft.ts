import { useTranslation } from 'react-i18next'
import { useTerms } from '@/vocabularies/useTerms'
import type { Reason, Suggestion } from './suggestions'

const TOLD = 3

/** What one could write to a champion: a sentence for each of the weightiest reasons, in the writer's language. */
export function useLetterDraft(): (suggestion: Suggestion) => { subject: string; text: string } {
  const { t } = useTranslation('collaboration')
  const objectives = useTerms('objectives')
  const named = (number: number | null) => {
    const found = objectives.find((candidate) => candidate.number === number)
    return found ? `${found.number} ${found.short}` : ''
  }
  const sentence = ({ kind, objective, own, theirs }: Reason) =>
    t(`draft.${kind}`, { objective: named(objective), own: own?.title ?? '', theirs: theirs?.title ?? '' })
  return ({ reasons }) => {
    const about = reasons.find(({ objective }) => objective !== null)?.objective ?? null
    return {
      subject: about === null ? t('draft.subjectPlain') : t('draft.subject', { objective: named(about) }),
      text: [...reasons.slice(0, TOLD).map(sentence), t('draft.end')].join('\n\n'),
    }
  }
}

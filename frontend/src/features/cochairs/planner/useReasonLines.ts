import { useTranslation } from 'react-i18next'
import type { RotationReason } from '@/api/generated/types.gen'
import { isolated } from '@/i18n/isolated'
import { useFormat } from '@/i18n/useFormat'
import { useTerms } from '@/vocabularies/useTerms'

export interface ReasonLine {
  text: string
  /** `wish`: somebody volunteers; `concession`: something had to be given up. */
  look: 'plain' | 'wish' | 'concession'
}

const CONCESSIONS = new Set<RotationReason['code']>([
  'serves_again_pinned',
  'serves_again_for_commission',
  'serves_again_for_other_pair',
  'same_commission',
  'paired_before',
  'if_needed',
])

export const isConcession = ({ code }: RotationReason): boolean => CONCESSIONS.has(code)

/** The planner's reasons in the language of the screen; two who wait alike are told in one sentence. */
export function useReasonLines() {
  const { t } = useTranslation('rotation')
  const format = useFormat()
  const commissions = useTerms('commissions')
  const region = (key: string) => commissions.find((term) => term.key === key)?.short ?? key

  const told = (reason: RotationReason): ReasonLine => {
    const look = reason.code === 'volunteers' ? 'wish' : isConcession(reason) ? 'concession' : 'plain'
    const processes = format.list(reason.processes.map(({ title }) => isolated(title)))
    const key = reason.code === 'volunteers' && processes ? 'volunteers_for' : reason.code
    const text = t(`reason.${key}`, {
      who: format.list(reason.champions.map(({ name }) => name)),
      first: region(reason.commissions[0] ?? ''),
      second: region(reason.commissions[1] ?? ''),
      month: reason.since ? format.month(reason.since) : '',
      processes,
    })
    return { text, look }
  }

  return (reasons: readonly RotationReason[]): ReasonLine[] => {
    const neverServed = reasons.filter(({ code }) => code === 'never_served')
    if (neverServed.length < 2) return reasons.map(told)
    const others = reasons.filter(({ code }) => code !== 'never_served')
    return [{ text: t('reason.both_never_served'), look: 'plain' }, ...others.map(told)]
  }
}

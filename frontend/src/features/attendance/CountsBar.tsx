import { useTranslation } from 'react-i18next'
import type { AttendanceCounts } from '@/api/generated/types.gen'
import { ProgressBar } from '@/components/ProgressBar'

interface Props {
  counts: AttendanceCounts
  isOver: boolean
}

/** "18 accepted · 2 declined · 9 to answer", and how far that is. */
export function CountsBar({ counts, isOver }: Props) {
  const { t } = useTranslation('attendance')
  const { accepted, declined, tentative, unanswered, present, invited } = counts
  if (isOver && present > 0)
    return (
      <ProgressBar
        label={t('counts.present', { number: present, total: invited })}
        done={present}
        total={invited}
        sentence=""
      />
    )
  const parts = [
    t('counts.accepted', { number: accepted }),
    tentative > 0 && t('counts.tentative', { number: tentative }),
    t('counts.declined', { number: declined }),
    t('counts.unanswered', { number: unanswered }),
  ]
  return <ProgressBar label={parts.filter(Boolean).join(' · ')} done={accepted} total={invited} sentence="" />
}

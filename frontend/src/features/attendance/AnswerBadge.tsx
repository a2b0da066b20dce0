import { useTranslation } from 'react-i18next'
import { StatusBadge } from '@/components/StatusBadge'
import { type Attendance, TONES } from './attendanceQuery'

/** What a champion answered; once attendance was taken, whether it was there. */
export function AnswerBadge({ attendance }: { attendance: Attendance }) {
  const { t } = useTranslation('attendance')
  const { answer, was_present: wasPresent } = attendance
  if (wasPresent !== null)
    return (
      <StatusBadge tone={wasPresent ? 'done' : 'quiet'}>{t(wasPresent ? 'present' : 'absent')}</StatusBadge>
    )
  return (
    <StatusBadge tone={answer ? TONES[answer] : 'active'}>
      {t(`answer.${answer ?? 'unanswered'}`)}
    </StatusBadge>
  )
}

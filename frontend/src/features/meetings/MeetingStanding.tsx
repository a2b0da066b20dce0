import { useTranslation } from 'react-i18next'
import { Deadline } from '@/components/Deadline'
import { MeetingStatusBadge } from './MeetingStatusBadge'
import type { Meeting } from './meetingQuery'

/** Where a meeting stands: its status, and a sentence. */
export function MeetingStanding({ meeting }: { meeting: Meeting }) {
  return (
    <>
      <MeetingStatusBadge status={meeting.status} />
      <span>
        <Sentence meeting={meeting} />
      </span>
    </>
  )
}

function Sentence({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const { status, agenda_closes_at: closesAt } = meeting
  if (status === 'agenda_open' && closesAt) {
    const isPast = Date.parse(closesAt) <= Date.now()
    return (
      <>
        {t(isPast ? 'standing.closedSince' : 'standing.openUntil')} <Deadline at={closesAt} />
      </>
    )
  }
  if (status === 'postponed' || status === 'cancelled') {
    return t(`standing.${status}`, { reason: meeting.status_reason || t('standing.noReason') })
  }
  return status === 'closed' ? null : t(`standing.${status}`)
}

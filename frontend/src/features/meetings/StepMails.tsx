import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getInvitationOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { Meeting } from './meetingQuery'

/** Steps that the invited are told of, and when: at once, or in one mail with whatever else changed. */
const TELLS_INVITED: Record<string, 'atOnce' | 'gathered' | 'askedAgain'> = {
  cancel: 'atOnce',
  postpone: 'atOnce',
  'circulate-agenda': 'gathered',
  reschedule: 'askedAgain',
}
/** Steps of which the room of minutes writes to every focal point. */
const TELLS_FOCAL_POINTS: Record<string, 'minutes' | 'adopted' | 'adoptedIfWritten'> = {
  'circulate-minutes': 'minutes',
  adopt: 'adopted',
  close: 'adoptedIfWritten',
}

/** Says before a step is taken who is written to because of it. */
export function StepMails({ meeting, verb }: { meeting: Meeting; verb: string }) {
  const { t } = useTranslation('agenda')
  const how = TELLS_INVITED[verb]
  const isAhead = verb === 'reschedule' || Date.parse(meeting.starts_at) > Date.now()
  const isTold = how !== undefined && meeting.invited_at !== null && isAhead
  const { data } = useQuery({
    ...getInvitationOptions({ path: { meeting_id: meeting.id } }),
    enabled: isTold,
    staleTime: 0,
  })
  const told = TELLS_FOCAL_POINTS[verb]
  if (told) return t(`told.${told}`)
  if (how && meeting.invited_at === null) return t('told.notInvited')
  if (!isTold) return t('told.nobody')
  return data ? t(`told.${how}`, { count: data.people_count }) : null
}

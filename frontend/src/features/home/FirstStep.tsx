import { useTranslation } from 'react-i18next'
import type { OverviewBody } from '@/api/generated/types.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { holds } from '@/session/permission'
import type { Session } from '@/session/sessionQuery'

interface Props {
  session: Session
  meeting: OverviewBody['next_meeting']
}

/** The page's one primary button: the meeting for those who lead it, a practice for everybody else who may write one. */
export function FirstStep({ session, meeting }: Props) {
  const { t } = useTranslation('home')
  if (meeting && holds(session, 'meetings:write')) {
    return (
      <ButtonLink to={`/meetings/${meeting.id}` as string} variant="filled">
        {t('prepareMeeting')}
      </ButtonLink>
    )
  }
  if (!holds(session, 'practices:write')) return null
  return (
    <ButtonLink to={'/practices/new' as string} variant="filled">
      {t('sharePractice')}
    </ButtonLink>
  )
}

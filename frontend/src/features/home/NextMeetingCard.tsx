import { useTranslation } from 'react-i18next'
import type { OverviewMeeting } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { LocalTimes } from '@/components/LocalTimes'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './NextMeetingCard.module.css'
import { sentence } from './sentence'

const TONES = { planned: 'quiet', agenda_open: 'active', agenda_circulated: 'done' } as const

interface Props {
  meeting: OverviewMeeting | null
  isMember: boolean
}

/** When the champions meet next, on the reader's clock and on those of New York and Geneva. */
export function NextMeetingCard({ meeting, isMember }: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  if (!meeting) {
    return (
      <Card title={t('meeting.title')}>
        <CardBody>
          <p className={classes.quiet}>{t(isMember ? 'meeting.none' : 'meeting.noneShared')}</p>
        </CardBody>
      </Card>
    )
  }
  const status = meeting.status as keyof typeof TONES
  const circumstances = [
    format.weekday(meeting.starts_at),
    t('meeting.minutes', { count: meeting.duration_minutes }),
    meeting.place || t(`meeting.format.${meeting.format}`),
  ]
  const agenda = [
    t('meeting.accepted', {
      count: meeting.accepted_items,
      minutes: format.number(meeting.accepted_minutes),
    }),
    meeting.open_proposals > 0 && t('meeting.proposals', { count: meeting.open_proposals }),
  ]
  return (
    <Card
      title={t('meeting.title')}
      action={<StatusBadge tone={TONES[status]}>{t(`meeting.status.${status}`)}</StatusBadge>}
    >
      <CardBody>
        <div className={classes.name}>
          <TextLink look="title" to={`/meetings/${meeting.id}` as string}>
            {meeting.title}
          </TextLink>
        </div>
        <p className={classes.quiet}>{sentence(circumstances)}</p>
        <LocalTimes at={meeting.starts_at} />
        {meeting.accepted_items + meeting.open_proposals > 0 && (
          <p className={classes.agenda}>{sentence(agenda)}</p>
        )}
      </CardBody>
    </Card>
  )
}

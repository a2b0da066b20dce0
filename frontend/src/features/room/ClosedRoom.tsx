import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MeetingBody } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { useFormat } from '@/i18n/useFormat'
import { AgendaAhead } from './AgendaAhead'
import { clockFace } from './clock'
import classes from './Floor.module.css'
import { RecordMeeting } from './RecordMeeting'
import type { ReadRoom } from './roomQuery'
import { StepFailure } from './StepFailure'
import { TimesSpoken } from './TimesSpoken'
import { useRoomSteps } from './useRoomSteps'

/** The room before the meeting and after it: nothing needs to be reloaded when it opens. */
export function ClosedRoom({ meeting, read: { room } }: { meeting: MeetingBody; read: ReadRoom }) {
  const { t } = useTranslation('room')
  const format = useFormat()
  const steps = useRoomSteps(room.id)
  const verb = (['open', 'resume'] as const).find((step) => room.actions.includes(step))
  const hasEnded = room.opened_at !== null && room.ended_at !== null
  return (
    <>
      <Card>
        <EmptyState
          title={t(hasEnded ? 'closed.ended' : 'closed.notOpen')}
          action={
            verb && (
              <Button
                variant={verb === 'open' ? 'filled' : 'default'}
                loading={steps.isPending}
                onClick={() => steps.mutate({ verb })}
              >
                {t(`closed.${verb}`)}
              </Button>
            )
          }
        >
          {hasEnded
            ? t('closed.endedAt', {
                time: format.time(room.ended_at ?? ''),
                took: clockFace((Date.parse(room.ended_at ?? '') - Date.parse(room.opened_at ?? '')) / 1000),
              })
            : verb
              ? t('closed.openHelp')
              : t('closed.waitHelp', { when: format.dateTime(meeting.starts_at) })}
          <StepFailure error={steps.error} />
        </EmptyState>
      </Card>
      {hasEnded && (
        <div className={classes.after}>
          {meeting.actions.includes('hold') && <RecordMeeting meeting={meeting} room={room} />}
          <AgendaAhead meeting={meeting} room={room} />
          {room.spoken.length > 0 && <TimesSpoken spoken={room.spoken} />}
        </div>
      )}
    </>
  )
}

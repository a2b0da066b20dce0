import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MeetingBody } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import classes from './AgendaAhead.module.css'
import { clockFace } from './clock'
import type { Room } from './roomQuery'
import { useRoomSteps } from './useRoomSteps'

/** The whole agenda with what each item took; whoever leads the meeting turns to any of them. */
export function AgendaAhead({ meeting, room }: { meeting: MeetingBody; room: Room }) {
  const { t } = useTranslation('room')
  const steps = useRoomSteps(room.id)
  const items = meeting.agenda_items.filter(({ status }) => status === 'accepted')
  const clocks = new Map(room.items.map((clock) => [clock.item_id, clock]))
  if (items.length < 2) return null
  return (
    <Card title={t('agenda.title')}>
      <ol className={classes.list}>
        {items.map((item) => {
          const clock = clocks.get(item.id)
          const isCurrent = item.id === room.item_id && room.status !== 'ended'
          return (
            <li
              key={item.id}
              className={classes.row}
              data-past={(clock && !isCurrent) || undefined}
              aria-current={isCurrent ? 'step' : undefined}
            >
              <span className={classes.place}>{item.position}</span>
              <span className={classes.title}>
                <bdi>{item.title}</bdi>
              </span>
              <span className={classes.time}>
                {clock && !isCurrent
                  ? t('agenda.took', { time: clockFace(clock.spent_seconds), count: item.minutes })
                  : isCurrent
                    ? t('agenda.now')
                    : t('agenda.minutes', { count: item.minutes })}
              </span>
              {room.actions.includes('move') && !isCurrent && (
                <Button
                  size="xs"
                  variant="subtle"
                  className={classes.go}
                  aria-label={t('agenda.goTo', { title: item.title })}
                  onClick={() => steps.mutate({ verb: 'move', itemId: item.id })}
                >
                  {t('agenda.go')}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}

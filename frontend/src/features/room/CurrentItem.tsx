import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItemBody, MeetingBody } from '@/api/generated/types.gen'
import { ChampionNames } from '@/components/Champion'
import { Prose } from '@/components/Prose'
import { ChairControls } from './ChairControls'
import classes from './CurrentItem.module.css'
import { type Clock, clockFace, secondsAt, urgencyOf, useNow } from './clock'
import type { ReadRoom } from './roomQuery'
import type { Shortcuts } from './useShortcuts'

interface Props {
  meeting: MeetingBody
  read: ReadRoom
  stage: RefObject<HTMLElement | null>
  shortcuts: Shortcuts
}

/** What the meeting is at, to be read from the back of the room. */
export function CurrentItem({ meeting, read, stage, shortcuts }: Props) {
  const { t } = useTranslation('room')
  const { room } = read
  const accepted = meeting.agenda_items.filter(({ status }) => status === 'accepted')
  const item = meeting.agenda_items.find(({ id }) => id === room.item_id)
  const clock = room.items.find(({ item_id }) => item_id === room.item_id)
  return (
    <section className={classes.sheet} aria-labelledby="current-item">
      <div className={classes.place}>
        {item?.position ? t('place', { place: item.position, count: accepted.length }) : t('noPlace')}
      </div>
      <h2 id="current-item" className={classes.title}>
        <bdi>{item?.title ?? t('noItem')}</bdi>
      </h2>
      {item && <Matter item={item} />}
      {item && clock && (
        <TimeLeft item={item} clock={clock} aheadMs={read.aheadMs} isPaused={room.status === 'paused'} />
      )}
      <ChairControls room={room} stage={stage} shortcuts={shortcuts} />
    </section>
  )
}

function Matter({ item }: { item: AgendaItemBody }) {
  const { t } = useTranslation('room')
  const by = item.leads.length > 0 ? item.leads : item.proposed_by ? [item.proposed_by] : []
  return (
    <>
      {by.length > 0 && (
        <p className={classes.by}>
          {t(item.leads.length > 0 ? 'ledBy' : 'proposedBy')} <ChampionNames champions={by} />
        </p>
      )}
      {item.description && (
        <div className={classes.description}>
          <Prose>{item.description}</Prose>
        </div>
      )}
    </>
  )
}

interface TimeLeftProps {
  item: AgendaItemBody
  clock: { spent_seconds: number; runs_since: string | null }
  aheadMs: number
  isPaused: boolean
}

/** Quiet while there is time, amber when little is left, red over time; a word says it too. */
function TimeLeft({ item, clock, aheadMs, isPaused }: TimeLeftProps) {
  const { t } = useTranslation('room')
  const now = useNow(aheadMs, clock.runs_since !== null)
  const left = item.minutes * 60 - secondsAt(asClock(clock), now)
  const urgency = urgencyOf(left, item.minutes)
  const used = Math.min(1, Math.max(0, 1 - left / (item.minutes * 60)))
  return (
    <div className={classes.time} data-urgency={urgency}>
      <div className={classes.left} role="timer" aria-live="off">
        <bdi className={classes.face}>{clockFace(left)}</bdi>{' '}
        <span>{t(urgency === 'over' ? 'over' : 'left')}</span>
        {isPaused && <span className={classes.paused}>{t('paused')}</span>}
      </div>
      <div className={classes.bar} aria-hidden>
        <div className={classes.used} style={{ inlineSize: `${used * 100}%` }} />
      </div>
      <div className={classes.of}>{t('ofMinutes', { count: item.minutes })}</div>
    </div>
  )
}

const asClock = ({ spent_seconds, runs_since }: TimeLeftProps['clock']): Clock => ({
  spent: spent_seconds,
  runs_since,
})

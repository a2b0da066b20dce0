import { Button, Kbd } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { useSession } from '@/session/useSession'
import { AddSpeaker } from './AddSpeaker'
import { clockFace, secondsAt, useNow } from './clock'
import classes from './Floor.module.css'
import type { ReadRoom, Speaker } from './roomQuery'
import { SpeakerRow } from './SpeakerRow'
import { StepFailure } from './StepFailure'
import { TimesSpoken } from './TimesSpoken'
import { useRoomSteps } from './useRoomSteps'

interface Props {
  read: ReadRoom
  hasShortcuts: boolean
}

/** Who speaks, who waits, and the one button with which one asks. */
export function Floor({ read, hasShortcuts }: Props) {
  const { t } = useTranslation('room')
  const { room } = read
  const speaking = room.speakers.find(({ status }) => status === 'speaking')
  const waiting = room.speakers.filter(({ status }) => status === 'waiting')
  const isChair = room.actions.includes('move')
  return (
    <div className={classes.floor}>
      <Card
        title={t('floor.title')}
        action={waiting.length > 0 && t('floor.waiting', { count: waiting.length })}
      >
        <CardBody>
          {speaking ? (
            <Speaking speaker={speaking} read={read} hasShortcuts={isChair && hasShortcuts} />
          ) : (
            <p className={classes.nobody}>{t('floor.chair')}</p>
          )}
          <AskForFloor read={read} />
        </CardBody>
        {waiting.length > 0 && (
          <ol className={classes.list} aria-label={t('floor.list')}>
            {waiting.map((speaker, place) => (
              <SpeakerRow
                key={speaker.id}
                roomId={room.id}
                speaker={speaker}
                isLast={place === waiting.length - 1}
                shortcut={isChair && hasShortcuts && place === 0 ? 'S' : null}
              />
            ))}
          </ol>
        )}
        {isChair && <AddSpeaker room={room} />}
      </Card>
      {room.spoken.length > 0 && <TimesSpoken spoken={room.spoken} />}
    </div>
  )
}

function Speaking({ speaker, read, hasShortcuts }: { speaker: Speaker } & Props) {
  const { t } = useTranslation('room')
  const steps = useRoomSteps(read.room.id)
  const now = useNow(read.aheadMs, speaker.runs_since !== null)
  return (
    <div className={classes.speaking}>
      <div>
        <div className={classes.has}>{t('floor.has')}</div>
        <div className={classes.name}>{speaker.champion.name}</div>
      </div>
      <div className={classes.spoke} role="timer" aria-live="off">
        {clockFace(secondsAt({ spent: speaker.spoke_seconds, runs_since: speaker.runs_since }, now))}
      </div>
      {speaker.actions.includes('finish') && (
        <Button
          className={classes.finish}
          loading={steps.isPending}
          onClick={() => steps.mutate({ verb: 'finish', speakerId: speaker.id })}
          rightSection={hasShortcuts && <Kbd aria-hidden>D</Kbd>}
        >
          {t('floor.finish')}
        </Button>
      )}
    </div>
  )
}

/** Asks for the floor, or tells one's place on the list and takes the request back. */
function AskForFloor({ read: { room } }: { read: ReadRoom }) {
  const { t } = useTranslation('room')
  const steps = useRoomSteps(room.id)
  const own = useSession()?.champion?.id
  const mine = room.speakers.find(({ champion, status }) => champion.id === own && status === 'waiting')
  const mayAsk =
    room.actions.includes('request-floor') &&
    own &&
    !room.speakers.some(({ champion }) => champion.id === own)
  return (
    <>
      {mayAsk && (
        <Button
          className={classes.ask}
          variant="filled"
          size="lg"
          fullWidth
          leftSection={<IconHandStop size={20} stroke={1.75} aria-hidden />}
          loading={steps.isPending}
          onClick={() => steps.mutate({ verb: 'request-floor' })}
        >
          {t('floor.request')}
        </Button>
      )}
      {mine?.actions.includes('withdraw') && (
        <div className={classes.mine} role="status">
          <span>{t('floor.yourPlace', { place: mine.position ?? 1 })}</span>
          <Button
            variant="subtle"
            loading={steps.isPending}
            onClick={() => steps.mutate({ verb: 'withdraw', speakerId: mine.id })}
          >
            {t('floor.withdraw')}
          </Button>
        </div>
      )}
      <StepFailure error={steps.error} />
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import type { LiveState } from '@/live/follow'
import classes from './RoomPage.module.css'

const TONE: Record<LiveState, Tone> = {
  connecting: 'quiet',
  live: 'done',
  reconnecting: 'soon',
  ended: 'late',
}

/** Whether what is shown is what is. What was missed comes when the line is back, so nothing needs to be done. */
export function LiveIndicator({ state }: { state: LiveState }) {
  const { t } = useTranslation('room')
  return (
    <div className={classes.live} role="status">
      <StatusBadge tone={TONE[state]}>{t(`live.${state}`)}</StatusBadge>
      {state === 'reconnecting' && <span>{t('live.nothingLost')}</span>}
    </div>
  )
}

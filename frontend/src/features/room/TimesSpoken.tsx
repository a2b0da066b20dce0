import { useTranslation } from 'react-i18next'
import type { RoomBody } from '@/api/generated/types.gen'
import { clockFace } from './clock'
import classes from './Floor.module.css'

/** How long each champion has spoken, for a chair who wants to hear all. */
export function TimesSpoken({ spoken }: { spoken: RoomBody['spoken'] }) {
  const { t } = useTranslation('room')
  return (
    <details className={classes.spoken}>
      <summary>{t('spoken.title', { count: spoken.length })}</summary>
      <ul>
        {spoken.map(({ champion, times, seconds }) => (
          <li key={champion.id}>
            <span>{champion.name}</span>
            <span className={classes.times}>{t('spoken.times', { count: times })}</span>
            <span className={classes.seconds}>{clockFace(seconds)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

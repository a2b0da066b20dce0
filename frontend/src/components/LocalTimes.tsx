import { useTranslation } from 'react-i18next'
import { readerZone } from '@/i18n/format'
import { useFormat } from '@/i18n/useFormat'
import { useSession } from '@/session/useSession'
import classes from './LocalTimes.module.css'

const SEATS = [
  { zone: 'America/New_York', name: 'newYork' },
  { zone: 'Europe/Zurich', name: 'geneva' },
  { zone: 'UTC', name: 'utc' },
] as const

/** What the clocks show at an instant: the reader's, then those of the duty stations, then UTC. Each zone once. */
export function LocalTimes({ at }: { at: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const own = useSession()?.person.time_zone || readerZone()
  const seats = SEATS.filter(({ zone }) => zone !== own)
  return (
    <dl className={classes.times}>
      <div>
        <dt>{t('localTime.yours')}</dt>
        <dd>
          <time dateTime={at}>{format.time(at, own)}</time>
        </dd>
      </div>
      {seats.map(({ zone, name }) => (
        <div key={zone}>
          <dt>{t(`localTime.${name}`)}</dt>
          <dd>{format.time(at, zone)}</dd>
        </div>
      ))}
    </dl>
  )
}

import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import classes from './DatePolls.module.css'
import type { DateCandidate, DatePoll } from './datePollQuery'

/** What the clocks show in each place from which people would join. */
export function PlaceTimes({ poll, date }: { poll: DatePoll; date: DateCandidate }) {
  const { t } = useTranslation('datepolls')
  const format = useFormat()
  const here = date.starts_at.slice(0, 10)
  return (
    <table className={classes.clocks}>
      <thead>
        <tr>
          <th scope="col">{t('places.place')}</th>
          <th scope="col">{t('places.time')}</th>
        </tr>
      </thead>
      <tbody>
        {poll.places.map((place, index) => {
          const there = date.places[index]
          return (
            there && (
              <tr key={place.zone}>
                <th scope="row">{place.name}</th>
                <td>
                  <span className={classes.clock}>{format.time(date.starts_at, place.zone)}</span>{' '}
                  <span className={classes.kind} data-points={there.points >= 4 ? 'bad' : undefined}>
                    {t(`places.kind.${there.kind}`)}
                    {there.starts_at_local.slice(0, 10) !== here &&
                      ` · ${format.weekday(there.starts_at_local.slice(0, 10))}`}
                  </span>
                </td>
              </tr>
            )
          )
        })}
      </tbody>
    </table>
  )
}

import { useTranslation } from 'react-i18next'
import type { PlaceBody, SlotBody } from '@/api/generated/types.gen'
import { useFormat } from '@/i18n/useFormat'
import classes from './TimePicker.module.css'

/** What the clocks show in each place, and how the day would be there hour by hour; the first hour is midnight in UTC. */
export function HeatTable({ slot, places }: { slot: SlotBody; places: PlaceBody[] }) {
  const { t } = useTranslation('timepicker')
  const format = useFormat()
  const chosen = new Date(slot.starts_at).getUTCHours()
  return (
    <table className={classes.heat}>
      <thead>
        <tr>
          <th scope="col">{t('place')}</th>
          <th scope="col">{t('time')}</th>
          <th scope="col">{t('hours')}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place, index) => {
          const there = slot.places[index]
          if (!there) return null
          return (
            <tr key={place.zone}>
              <th scope="row">{place.name}</th>
              <td className={classes.clock}>
                {format.time(slot.starts_at, place.zone)}{' '}
                <span className={classes.kind}>{t(`kind.${there.kind}`)}</span>
              </td>
              <td>
                <div className={classes.strip} dir="ltr" aria-hidden>
                  {HOURS.map((hour) => (
                    <span
                      key={hour}
                      data-heat={heatOf(there.by_hour[hour] ?? 0)}
                      data-chosen={hour === chosen || undefined}
                    />
                  ))}
                </div>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** Four steps are as many as one tells apart at a glance. */
const heatOf = (points: number): number => (points < 2 ? 0 : points < 4 ? 1 : points < 8 ? 2 : 3)

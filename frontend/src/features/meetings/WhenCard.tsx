import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { readerZone } from '@/i18n/format'
import { useFormat } from '@/i18n/useFormat'
import { cityOf, localOf } from '@/i18n/zonedTime'
import { useSession } from '@/session/useSession'
import type { Meeting } from './meetingQuery'
import { isFromArchives, useMeetingFacts } from './useMeetingFacts'
import classes from './WhenCard.module.css'

/** The beginning of a meeting on the clocks of those who take part: the reader's first. */
export function WhenCard({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation(['meetings', 'agenda'])
  const format = useFormat()
  const facts = useMeetingFacts()
  const mine = useSession()?.person.time_zone ?? readerZone()
  if (isFromArchives(meeting)) {
    return (
      <Card title={t('when.title')}>
        <CardBody>
          <div className={classes.date}>{facts.day(meeting)}</div>
          <div className={classes.place}>
            {t(meeting.date_precision === 'month' ? 'when.monthOnly' : 'when.dayOnly')}
          </div>
        </CardBody>
      </Card>
    )
  }

  const places = new Map([
    ['America/New_York', t('when.newYork')],
    ['Europe/Zurich', t('when.geneva')],
    ['UTC', t('when.utc')],
  ])
  if (!places.has(meeting.time_zone)) places.set(meeting.time_zone, cityOf(meeting.time_zone))
  const ends = new Date(Date.parse(meeting.starts_at) + meeting.duration_minutes * 60_000).toISOString()
  const known = places.get(mine)
  places.delete(mine)
  const rows: [zone: string, name: string][] = [
    [mine, known ? t('when.here', { city: known }) : t('when.yours', { zone: cityOf(mine) })],
    ...places,
  ]

  return (
    <Card title={t('when.title')}>
      <CardBody>
        <div className={classes.date}>{format.weekday(meeting.starts_at)}</div>
        <dl className={classes.clocks}>
          {rows.map(([zone, name]) => (
            <div key={zone} className={classes.clock}>
              <dt className={classes.place}>{name}</dt>
              <dd className={classes.time}>
                <bdi dir="ltr">
                  <time dateTime={meeting.starts_at}>{format.time(meeting.starts_at, zone)}</time>–
                  <time dateTime={ends}>{format.time(ends, zone)}</time>
                </bdi>
                <OtherDay instant={meeting.starts_at} zone={zone} mine={mine} />
                {dayOf(ends, zone) !== dayOf(meeting.starts_at, zone) && (
                  <span className={classes.otherDay}> {t('agenda:whenEnds')}</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  )
}

const dayOf = (instant: string, zone: string) => localOf(instant, zone).slice(0, 10)

function OtherDay({ instant, zone, mine }: { instant: string; zone: string; mine: string }) {
  const { t } = useTranslation('meetings')
  const [there, here] = [dayOf(instant, zone), dayOf(instant, mine)]
  if (there === here) return null
  return <span className={classes.otherDay}> {t(there < here ? 'when.dayBefore' : 'when.dayAfter')}</span>
}

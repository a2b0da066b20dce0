import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { rescheduleMeeting } from '@/api/generated/sdk.gen'
import type { PlaceBody, SlotBody } from '@/api/generated/types.gen'
import { Row } from '@/components/Row'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import { HeatTable } from './HeatTable'
import classes from './TimePicker.module.css'

interface Props {
  slot: SlotBody
  places: PlaceBody[]
  duration: number
  meetingId: string | undefined
  isFirst: boolean
  /** Whether champions are to be asked about it, with others that are ticked. */
  isTicked: boolean
  onTick: () => void
}

/** One time to meet: who is well off, who is not, and the whole day hour by hour. */
export function SlotRow({ slot, places, duration, meetingId, isFirst, isTicked, onTick }: Props) {
  const { t } = useTranslation('timepicker')
  const { t: common } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const choose = useMutation({
    mutationFn: async () => {
      if (!meetingId)
        return navigate({ to: '/meetings/new', search: { starts_at: slot.starts_at, duration } })
      await rescheduleMeeting({ path: { meeting_id: meetingId }, body: { starts_at: slot.starts_at } })
      return navigate({ to: '/meetings/$meetingId', params: { meetingId } })
    },
  })
  const when = format.dateTime(slot.starts_at)
  const outside = slot.places.filter(({ points }) => points >= 4).length
  const relieved = places.filter(({ weight }) => weight >= 1.4).map(({ name }) => name)
  return (
    <Row
      title={when}
      context={
        <>
          {outside === 0 ? t('allFine') : t('outside', { count: outside })}
          {isFirst && relieved.length > 0 && <div>{t('relief', { places: format.list(relieved) })}</div>}
        </>
      }
      aside={
        <Button
          size="xs"
          variant={isFirst ? 'filled' : 'default'}
          aria-label={t('chooseWhen', { when })}
          loading={choose.isPending}
          onClick={() => choose.mutate()}
        >
          {t('choose')}
        </Button>
      }
    >
      <Checkbox
        className={classes.tick}
        size="xs"
        label={t('forPoll')}
        aria-label={t('forPollWhen', { when })}
        checked={isTicked}
        onChange={onTick}
      />
      {choose.isError && (
        <p role="alert" className={classes.failure}>
          {problemMessage(choose.error, common)}
        </p>
      )}
      <details className={classes.more} open={isFirst}>
        <summary>{t('everywhere')}</summary>
        <HeatTable slot={slot} places={places} />
      </details>
    </Row>
  )
}

import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { rescheduleMeeting } from '@/api/generated/sdk.gen'
import { TextLink } from '@/components/TextLink'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { checkLocalTimes } from '@/time/checkLocalTimes'
import { LocalTimeField } from '@/time/LocalTimeField'
import { instantOf } from '@/time/localInstant'
import type { Meeting } from './meetingQuery'
import { StepMails } from './StepMails'

interface Props {
  meeting: Meeting
  opened: boolean
  onClose: () => void
}

/** Gives a postponed meeting its new date. */
export function RescheduleDialog({ meeting, opened, onClose }: Props) {
  const { t } = useTranslation('meetings')
  return (
    <Modal opened={opened} onClose={onClose} title={t('reschedule.title')}>
      <RescheduleForm meeting={meeting} onClose={onClose} />
    </Modal>
  )
}

function RescheduleForm({ meeting, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['meetings', 'common'])
  const { t: tTime } = useTranslation('time')
  const schema = z
    .object({
      starts_at: z.string(t('reschedule.missing')).check(z.minLength(1, t('reschedule.missing'))),
    })
    .check(checkLocalTimes(tTime, ['starts_at'], () => meeting.time_zone))
  const form = useSchemaForm(schema, { starts_at: '' })
  const reschedule = useMutation({
    mutationFn: ({ starts_at }: { starts_at: string }) =>
      rescheduleMeeting({
        path: { meeting_id: meeting.id },
        body: { starts_at: instantOf(starts_at, meeting.time_zone) },
      }),
    onSuccess: onClose,
  })
  return (
    <Form form={form} onSubmit={(values) => reschedule.mutateAsync(values)}>
      <LocalTimeField
        zone={meeting.time_zone}
        control={form.control}
        name="starts_at"
        label={t('reschedule.startsAt', { zone: meeting.time_zone })}
        help={
          <>
            {t('reschedule.help')} <StepMails meeting={meeting} verb="reschedule" />
          </>
        }
      />
      <TextLink
        to="/meetings/find-a-time"
        search={{ meeting: meeting.id, duration: meeting.duration_minutes }}
      >
        {t('findTime')}
      </TextLink>
      <DialogActions form={form} onClose={onClose}>
        {t('reschedule.confirm')}
      </DialogActions>
    </Form>
  )
}

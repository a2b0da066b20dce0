import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { openActivityRegistration } from '@/api/generated/sdk.gen'
import type { DeskBody } from '@/api/generated/types.gen'
import { CheckboxField } from '@/forms/choiceFields'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { NumberField } from '@/forms/NumberField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useReaderZone } from '@/session/useReaderZone'
import { checkLocalTimes } from '@/time/checkLocalTimes'
import { LocalTimeField } from '@/time/LocalTimeField'
import { fieldValueOf, instantOf } from '@/time/localInstant'
import classes from './Activity.module.css'
import type { Activity } from './activityQuery'

interface Props {
  activity: Activity
  desk: DeskBody
  opened: boolean
  onClose: () => void
}

/** Until when people may register, and for how many places. */
export function OpenRegistrationDialog({ opened, ...props }: Props) {
  const { t } = useTranslation('registrations')
  return (
    <Modal opened={opened} onClose={props.onClose} title={t('title')}>
      <DeskForm {...props} />
    </Modal>
  )
}

function DeskForm({ activity, desk, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['registrations', 'common'])
  const { t: tTime } = useTranslation('time')
  const zone = useReaderZone()
  const schema = z
    .object({
      closes_at: z.string(t('desk.closesAtMissing')).check(z.minLength(1, t('desk.closesAtMissing'))),
      capacity: z.nullable(z.number()),
      is_public: z.boolean(),
    })
    .check(checkLocalTimes(tTime, ['closes_at'], () => zone))
  const form = useSchemaForm(schema, {
    closes_at: desk.closes_at && desk.is_open ? fieldValueOf(desk.closes_at, zone) : '',
    capacity: desk.capacity,
    is_public: desk.is_public,
  })
  const open = useMutation({
    mutationFn: ({ closes_at, ...fields }: z.output<typeof schema>) =>
      openActivityRegistration({
        path: { activity_id: activity.id },
        body: { ...fields, closes_at: instantOf(closes_at, zone) },
      }),
    onSuccess: onClose,
  })
  return (
    <Form form={form} onSubmit={(fields) => open.mutateAsync(fields)}>
      <LocalTimeField
        zone={zone}
        control={form.control}
        name="closes_at"
        label={t('desk.closesAt')}
        help={t('desk.closesAtHelp', { zone })}
      />
      <NumberField
        control={form.control}
        name="capacity"
        label={t('desk.capacity')}
        help={t('desk.capacityHelp')}
        min={1}
        optional
      />
      {activity.visibility === 'public' && (
        <CheckboxField
          control={form.control}
          name="is_public"
          label={t('desk.isPublic')}
          help={t('desk.isPublicHelp')}
        />
      )}
      <p className={classes.days}>{t('desk.changes')}</p>
      <DialogActions form={form} onClose={onClose} />
    </Form>
  )
}

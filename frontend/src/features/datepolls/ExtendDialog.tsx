import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { extendDatePoll } from '@/api/generated/sdk.gen'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useReaderZone } from '@/session/useReaderZone'
import { checkLocalTimes } from '@/time/checkLocalTimes'
import { LocalTimeField } from '@/time/LocalTimeField'
import { fieldValueOf, instantOf } from '@/time/localInstant'
import type { DatePoll } from './datePollQuery'

interface Props {
  poll: DatePoll
  onClose: () => void
}

/** A later deadline, and the reason for it. */
export default function ExtendDialog({ poll, onClose }: Props) {
  const { t } = useTranslation(['datepolls', 'time', 'common'])
  const zone = useReaderZone()
  const schema = z
    .object({
      deadline_at: z.string(t('time:wrong.incomplete')),
      reason: z.string().check(z.trim(), z.minLength(3, t('common:form.reasonRequired'))),
    })
    .check(checkLocalTimes(useTranslation('time').t, ['deadline_at'], () => zone))
  const form = useSchemaForm(schema, { deadline_at: fieldValueOf(poll.deadline_at, zone), reason: '' })
  const extend = useMutation({
    mutationFn: ({ deadline_at, reason }: z.output<typeof schema>) =>
      extendDatePoll({
        path: { poll_id: poll.id },
        body: { reason, deadline_at: instantOf(deadline_at, zone) },
      }),
    onSuccess: onClose,
  })
  return (
    <Modal opened onClose={onClose} title={t('step.extend')}>
      <Form form={form} onSubmit={(fields) => extend.mutateAsync(fields)}>
        <LocalTimeField
          control={form.control}
          name="deadline_at"
          zone={zone}
          label={t('answersUntil')}
          help={t('extendHelp', { zone })}
        />
        <TextAreaField
          control={form.control}
          name="reason"
          label={t('common:form.reason')}
          help={t('common:form.reasonHelp')}
          minRows={2}
          maxLength={1000}
        />
        <DialogActions form={form} onClose={onClose}>
          {t('step.extend')}
        </DialogActions>
      </Form>
    </Modal>
  )
}

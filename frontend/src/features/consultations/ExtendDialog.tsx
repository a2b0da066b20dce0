import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { extendConsultation } from '@/api/generated/sdk.gen'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useReaderZone } from '@/session/useReaderZone'
import { checkLocalTimes } from '@/time/checkLocalTimes'
import { LocalTimeField } from '@/time/LocalTimeField'
import { fieldValueOf, instantOf } from '@/time/localInstant'
import type { Consultation } from './consultationQuery'

interface Props {
  consultation: Consultation
  opened: boolean
  onClose: () => void
}

/** Gives champions more time, with the reason. */
export function ExtendDialog({ consultation, opened, onClose }: Props) {
  const { t } = useTranslation('consultations')
  return (
    <Modal opened={opened} onClose={onClose} title={t('step.extend')}>
      <ExtendForm consultation={consultation} onClose={onClose} />
    </Modal>
  )
}

function ExtendForm({ consultation, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['consultations', 'common'])
  const zone = useReaderZone()
  const { t: tTime } = useTranslation('time')
  const schema = z
    .object({
      deadline_at: z.string(t('form.deadlineMissing')).check(z.minLength(1, t('form.deadlineMissing'))),
      reason: z.string().check(z.trim(), z.minLength(3, t('common:form.reasonRequired'))),
    })
    .check(checkLocalTimes(tTime, ['deadline_at'], () => zone))
  const form = useSchemaForm(schema, {
    deadline_at: fieldValueOf(consultation.deadline_at, zone),
    reason: '',
  })
  const extend = useMutation({
    mutationFn: (fields: z.output<typeof schema>) =>
      extendConsultation({
        path: { consultation_id: consultation.id },
        body: { ...fields, deadline_at: instantOf(fields.deadline_at, zone) },
      }),
    onSuccess: onClose,
  })
  return (
    <Form form={form} onSubmit={(fields) => extend.mutateAsync(fields)}>
      <LocalTimeField
        zone={zone}
        control={form.control}
        name="deadline_at"
        label={t('form.deadline')}
        help={t('form.deadlineHelp', { zone })}
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
  )
}

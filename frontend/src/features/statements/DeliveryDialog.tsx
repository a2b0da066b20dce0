import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { deliverStatement } from '@/api/generated/sdk.gen'
import { DateField } from '@/forms/DateField'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import type { Statement } from './statementQuery'

interface Props {
  statement: Statement
  opened: boolean
  onClose: () => void
}

/** When, by whom, and where it can be seen. */
export function DeliveryDialog({ statement, opened, onClose }: Props) {
  const { t } = useTranslation('statements')
  return (
    <Modal opened={opened} onClose={onClose} title={t('step.deliver')}>
      <DeliveryForm statement={statement} onClose={onClose} />
    </Modal>
  )
}

function DeliveryForm({ statement, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['statements', 'common'])
  const schema = z.object({
    delivered_on: z.string(t('delivery.dayMissing')).check(z.minLength(1, t('delivery.dayMissing'))),
    delivered_by: z.string(),
    recording: z.string().check(z.regex(/^(https?:\/\/\S+)?$/, t('delivery.recordingWrong'))),
  })
  const form = useSchemaForm(schema, {
    delivered_on: statement.delivered_on ?? statement.due_on ?? '',
    delivered_by: statement.delivered_by,
    recording: statement.recording,
  })
  const deliver = useMutation({
    mutationFn: ({ recording, ...fields }: z.output<typeof schema>) =>
      deliverStatement({
        path: { statement_id: statement.id },
        body: { ...fields, recording: recording || null },
      }),
    onSuccess: onClose,
  })
  return (
    <Form form={form} onSubmit={(fields) => deliver.mutateAsync(fields)}>
      <DateField control={form.control} name="delivered_on" label={t('delivery.day')} />
      <TextField
        control={form.control}
        name="delivered_by"
        label={t('delivery.by')}
        maxLength={300}
        optional
      />
      <TextField control={form.control} name="recording" label={t('recording')} maxLength={500} optional />
      <DialogActions form={form} onClose={onClose}>
        {t('step.deliver')}
      </DialogActions>
    </Form>
  )
}

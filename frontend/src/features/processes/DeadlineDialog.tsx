import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { changeProcessDeadline, createProcessDeadline } from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import { CheckboxField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useReaderZone } from '@/session/useReaderZone'
import { HourField } from '@/time/HourField'
import { bodyOf, type DeadlineFields, deadlineSchema, emptyDeadline, fieldsOf } from './deadlineFields'
import type { Process, ProcessDeadline } from './processQuery'

interface Props {
  process: Process
  /** The one that is changed; without it a new one is added. */
  deadline?: ProcessDeadline
  opened: boolean
  onClose: () => void
}

export function DeadlineDialog({ opened, ...props }: Props) {
  const { t } = useTranslation('processes')
  const title = props.deadline ? t('deadlines.changeTitle') : t('deadlines.addTitle')
  return (
    <Modal opened={opened} onClose={props.onClose} title={title}>
      <DeadlineForm {...props} />
    </Modal>
  )
}

function DeadlineForm({ process, deadline, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['processes', 'common'])
  const { t: tTime } = useTranslation('time')
  const zone = useReaderZone()
  const form = useSchemaForm(
    deadlineSchema(t, tTime, zone),
    deadline ? fieldsOf(deadline, zone) : emptyDeadline,
  )
  const save = useMutation({
    mutationFn: async (fields: DeadlineFields) => {
      const path = { process_id: process.id }
      if (!deadline) return createProcessDeadline({ path, body: bodyOf(fields, zone) })
      return changeProcessDeadline({
        path: { ...path, deadline_id: deadline.id },
        body: bodyOf(fields, zone),
        headers: ifMatch(`"${deadline.revision}"`),
      })
    },
    onSuccess: onClose,
  })
  const { control } = form
  return (
    <Form form={form} onSubmit={(fields) => save.mutateAsync(fields)}>
      <TextField control={control} name="title" label={t('deadlines.what')} maxLength={200} />
      <DateField control={control} name="day" label={t('deadlines.day')} />
      <HourField control={control} name="hour" zone={zone} />
      <TextAreaField control={control} name="text" label={t('deadlines.text')} maxLength={10_000} optional />
      <TextField
        control={control}
        name="link"
        type="url"
        label={t('deadlines.link')}
        maxLength={500}
        optional
      />
      <CheckboxField
        control={control}
        name="is_internal"
        label={t('deadlines.internal')}
        help={t('deadlines.internalHelp')}
      />
      <DialogActions form={form} onClose={onClose} />
    </Form>
  )
}

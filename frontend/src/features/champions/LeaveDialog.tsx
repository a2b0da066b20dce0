import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { leaveChampion } from '@/api/generated/sdk.gen'
import type { Leaving } from '@/api/generated/types.gen'
import { ifMatch, type Versioned } from '@/api/record'
import { DateField } from '@/forms/DateField'
import { Form, FormActions } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { today } from '@/time/today'
import type { Champion } from './championQuery'
import { leaveSchema } from './schemas'

interface Props {
  record: Versioned<Champion>
  opened: boolean
  onClose: () => void
}

export function LeaveDialog(props: Props) {
  const { t } = useTranslation('champions')
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('leaveForm.title', { champion: props.record.data.name })}
    >
      <LeaveForm {...props} />
    </Modal>
  )
}

function LeaveForm({ record, onClose }: Props) {
  const { t } = useTranslation(['champions', 'common'])
  const form = useSchemaForm(leaveSchema(t), { left_on: today(), reason: '' })
  const leave = useMutation({
    mutationFn: (body: Leaving) =>
      leaveChampion({ path: { champion_id: record.data.id }, body, headers: ifMatch(record.etag) }),
    onSuccess: onClose,
  })
  return (
    <Form form={form} onSubmit={(body) => leave.mutateAsync(body)}>
      <p style={{ margin: 0 }}>{t('leaveForm.text')}</p>
      <DateField control={form.control} name="left_on" label={t('leaveForm.leftOn')} />
      <TextAreaField
        control={form.control}
        name="reason"
        label={t('leaveForm.reason')}
        help={t('leaveForm.reasonHelp')}
        maxLength={1000}
      />
      <FormActions>
        <Button type="submit" variant="filled" color="red" loading={form.formState.isSubmitting}>
          {t('leaveForm.confirm')}
        </Button>
        <Button onClick={onClose}>{t('common:action.cancel')}</Button>
      </FormActions>
    </Form>
  )
}

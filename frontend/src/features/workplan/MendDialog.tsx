import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { changeWorkplanItemUpdate } from '@/api/generated/sdk.gen'
import type { WorkplanItemUpdateBody } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { Form, FormActions } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { addressesIn, mendSchema } from './schemas'
import { UpdateDetails } from './UpdateDetails'

interface Props {
  itemId: string
  update: WorkplanItemUpdateBody
  onClose: () => void
}

export function MendDialog({ itemId, update, onClose }: Props) {
  const { t } = useTranslation(['workplan', 'common'])
  const form = useSchemaForm(mendSchema(t), {
    text: update.text,
    what_next: update.what_next,
    evidence: update.evidence.join('\n'),
  })
  const mend = useMutation({
    mutationFn: ({ evidence, ...body }: { text: string; what_next: string; evidence: string }) =>
      changeWorkplanItemUpdate({
        path: { item_id: itemId, update_id: update.id },
        headers: ifMatch(`"${update.revision}"`),
        body: { ...body, evidence: addressesIn(evidence) },
      }),
    onSuccess: onClose,
  })

  return (
    <Modal opened onClose={onClose} title={t('updates.mendTitle')} size="lg">
      <Form form={form} onSubmit={(body) => mend.mutateAsync(body)}>
        <TextAreaField
          control={form.control}
          name="text"
          label={t('report.text')}
          help={t('updates.mendHelp')}
          maxLength={10_000}
        />
        <UpdateDetails control={form.control} />
        <FormActions>
          <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
            {t('common:action.save')}
          </Button>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
        </FormActions>
      </Form>
    </Modal>
  )
}

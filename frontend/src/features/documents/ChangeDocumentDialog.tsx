import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { changeDocument } from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import { SelectField } from '@/forms/choiceFields'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { usePermission } from '@/session/permission'
import type { MeetingDocument, OfMeeting } from './documentQuery'
import { useSightChoices } from './useSightChoices'

interface Props {
  meeting: OfMeeting
  document: MeetingDocument
  opened: boolean
  onClose: () => void
}

/** Name, who sees it, and the agenda item it belongs to. */
export function ChangeDocumentDialog({ opened, ...props }: Props) {
  const { t } = useTranslation('documents')
  return (
    <Modal opened={opened} onClose={props.onClose} title={t('change.title')}>
      <ChangeDocumentForm {...props} />
    </Modal>
  )
}

function ChangeDocumentForm({ meeting, document, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['documents', 'common'])
  const isChair = usePermission('meetings:write')
  const sights = useSightChoices()
  const schema = z.object({
    title: z.string().check(z.trim(), z.minLength(1, t('change.nameMissing'))),
    visibility: z.enum(['members', 'observers', 'public']),
    agenda_item_id: z.nullable(z.string()),
  })
  const form = useSchemaForm(schema, {
    title: document.title,
    visibility: document.visibility,
    agenda_item_id: document.agenda_item?.id ?? null,
  })
  const change = useMutation({
    mutationFn: (body: z.infer<typeof schema>) =>
      changeDocument({
        path: { meeting_id: meeting.id, document_id: document.id },
        headers: ifMatch(`"${document.revision}"`),
        body,
      }),
    onSuccess: onClose,
  })
  return (
    <Form form={form} onSubmit={(body) => change.mutateAsync(body)}>
      <TextField control={form.control} name="title" label={t('change.name')} />
      {isChair && (
        <SelectField
          control={form.control}
          name="visibility"
          label={t('sight')}
          help={t('sightHelp')}
          choices={sights}
        />
      )}
      <SelectField
        control={form.control}
        name="agenda_item_id"
        label={t('change.item')}
        choices={meeting.items.map(({ id, title }) => ({ value: id, label: title }))}
        optional
      />
      <DialogActions form={form} onClose={onClose} />
    </Form>
  )
}

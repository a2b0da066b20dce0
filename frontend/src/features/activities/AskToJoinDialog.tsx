import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { askToJoinActivity } from '@/api/generated/sdk.gen'
import type { PartnerAsk, PartnerBody } from '@/api/generated/types.gen'
import { SelectField } from '@/forms/choiceFields'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'

const PARTS = ['co_lead', 'co_organiser', 'participant'] as const

interface Props {
  activityId: string
  /** What one's champion asked before, which this replaces. */
  asked: PartnerBody | undefined
  opened: boolean
  onClose: () => void
}

export function AskToJoinDialog({ opened, ...props }: Props) {
  const { t } = useTranslation('partners')
  return (
    <Modal opened={opened} onClose={props.onClose} title={t('dialog.ask')}>
      <AskToJoinForm {...props} />
    </Modal>
  )
}

function AskToJoinForm({ activityId, asked, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['partners', 'common'])
  const schema = z.object({ part: z.enum(PARTS), message: z.string() })
  const form = useSchemaForm(schema, {
    part: asked?.part ?? 'co_organiser',
    message: asked?.message ?? '',
  })
  const ask = useMutation({
    mutationFn: (body: PartnerAsk) => askToJoinActivity({ path: { activity_id: activityId }, body }),
    onSuccess: onClose,
  })
  return (
    <Form form={form} onSubmit={(body) => ask.mutateAsync(body)}>
      <SelectField
        control={form.control}
        name="part"
        label={t('part.label')}
        choices={PARTS.map((value) => ({ value, label: t(`part.${value}`) }))}
      />
      <TextAreaField
        control={form.control}
        name="message"
        label={t('message')}
        help={t('messageHelp')}
        minRows={3}
        maxLength={500}
        optional
      />
      <DialogActions form={form} onClose={onClose}>
        {t('send')}
      </DialogActions>
    </Form>
  )
}

import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import type { InvitationAnswer } from '@/api/generated/types.gen'
import { SelectField } from '@/forms/choiceFields'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { ANSWERS, type Attendance } from './attendanceQuery'
import { namesIn } from './names'

interface Props {
  title: string
  attendance: Attendance
  opened: boolean
  onClose: () => void
  onSave: (body: InvitationAnswer) => Promise<unknown>
}

/** An answer in full: who comes, who instead, regrets. */
export function AnswerDetailsDialog({ title, opened, onClose, ...props }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <DetailsForm {...props} onClose={onClose} />
    </Modal>
  )
}

function DetailsForm({ attendance, onClose, onSave }: Omit<Props, 'opened' | 'title'>) {
  const { t } = useTranslation(['attendance', 'common'])
  const schema = z.object({
    answer: z.enum(ANSWERS),
    delegates: z.string(),
    substitute: z.string(),
    note: z.string().check(z.maxLength(300, t('details.noteLong'))),
  })
  const form = useSchemaForm(schema, {
    answer: attendance.answer ?? 'accepted',
    delegates: attendance.delegates.join('\n'),
    substitute: attendance.substitute,
    note: attendance.note,
  })
  return (
    <Form
      form={form}
      onSubmit={async ({ delegates, ...rest }) => {
        await onSave({ ...rest, delegates: namesIn(delegates) })
        onClose()
      }}
    >
      <SelectField
        control={form.control}
        name="answer"
        label={t('details.answer')}
        choices={ANSWERS.map((value) => ({ value, label: t(`say.${value}`) }))}
      />
      <TextAreaField
        control={form.control}
        name="delegates"
        label={t('details.delegates')}
        help={t('details.onePerLine')}
        minRows={2}
        optional
      />
      <TextField
        control={form.control}
        name="substitute"
        label={t('details.substitute')}
        maxLength={200}
        optional
      />
      <TextAreaField
        control={form.control}
        name="note"
        label={t('details.note')}
        help={t('details.noteHelp')}
        minRows={2}
        maxLength={300}
        optional
      />
      <DialogActions form={form} onClose={onClose}>
        {t('details.save')}
      </DialogActions>
    </Form>
  )
}

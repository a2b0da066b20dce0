import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import type { Attendance } from './attendanceQuery'
import { namesIn } from './names'

interface Props {
  attendance: Attendance
  opened: boolean
  onClose: () => void
  onSave: (names: string[]) => Promise<unknown>
}

/** By whom a champion was represented. */
export function PresenceDialog({ attendance, opened, onClose, onSave }: Props) {
  const { t } = useTranslation('attendance')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('presence.title', { champion: attendance.champion.name })}
    >
      <NamesForm attendance={attendance} onClose={onClose} onSave={onSave} />
    </Modal>
  )
}

function NamesForm({ attendance, onClose, onSave }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['attendance', 'common'])
  const known = attendance.was_present ? attendance.delegates_present : attendance.delegates
  const form = useSchemaForm(z.object({ delegates: z.string() }), { delegates: known.join('\n') })
  return (
    <Form
      form={form}
      onSubmit={async ({ delegates }) => {
        await onSave(namesIn(delegates))
        onClose()
      }}
    >
      <TextAreaField
        control={form.control}
        name="delegates"
        label={t('details.delegates')}
        help={t('details.onePerLine')}
        optional
      />
      <DialogActions form={form} onClose={onClose}>
        {t('presence.save')}
      </DialogActions>
    </Form>
  )
}

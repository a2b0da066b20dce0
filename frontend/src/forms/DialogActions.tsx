import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  form: { formState: { isSubmitting: boolean } }
  onClose: () => void
  /** What the button says that sends the form: "Save", unless told otherwise. */
  children?: ReactNode
}

/** The end of a form in a dialog: to leave it, and to send it. */
export function DialogActions({ form, onClose, children }: Props) {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end" gap="xs">
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
        {children ?? t('action.save')}
      </Button>
    </Group>
  )
}

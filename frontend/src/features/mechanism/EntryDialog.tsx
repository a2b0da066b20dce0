import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'

interface DialogProps {
  title: string
  opened: boolean
  onClose: () => void
  children: ReactNode
}

/** One entry's few fields; they are forgotten when it closes. */
export function EntryDialog({ title, opened, onClose, children }: DialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="lg">
      {children}
    </Modal>
  )
}

interface FormProps<T extends FieldValues, C, O> {
  form: UseFormReturn<T, C, O>
  onSubmit: (fields: O) => Promise<unknown>
  onClose: () => void
  children: ReactNode
}

export function EntryForm<T extends FieldValues, C, O>({
  form,
  onSubmit,
  onClose,
  children,
}: FormProps<T, C, O>) {
  return (
    <Form form={form} onSubmit={onSubmit}>
      {children}
      <DialogActions form={form} onClose={onClose} />
    </Form>
  )
}

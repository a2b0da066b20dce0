import { Menu, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { changePracticeFile, deletePracticeFile } from '@/api/generated/sdk.gen'
import type { PracticeFileChange } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { MoreMenu } from '@/components/MoreMenu'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import type { PracticeFileBody } from './practiceFiles'

interface Props {
  practiceId: string
  file: PracticeFileBody
}

/** What one may do with a file while the practice is written. */
export function FileMenu({ practiceId, file }: Props) {
  const { t } = useTranslation('files')
  const [asked, setAsked] = useState<'title' | 'delete' | null>(null)
  const close = () => setAsked(null)
  const of = { path: { practice_id: practiceId, file_id: file.id }, headers: ifMatch(`"${file.revision}"`) }
  const change = useMutation({
    mutationFn: (body: PracticeFileChange) => changePracticeFile({ ...of, body }),
    onSuccess: close,
  })
  const remove = useMutation({ mutationFn: () => deletePracticeFile(of) })
  return (
    <>
      <MoreMenu label={t('menu.label', { title: file.title })}>
        <Menu.Item onClick={() => setAsked('title')}>{t('menu.title')}</Menu.Item>
        {file.position > 1 && (
          <Menu.Item onClick={() => change.mutate({ position: file.position - 1 })}>{t('menu.up')}</Menu.Item>
        )}
        <Menu.Item color="red" onClick={() => setAsked('delete')}>
          {t('menu.delete')}
        </Menu.Item>
      </MoreMenu>
      <Modal opened={asked === 'title'} onClose={close} title={t('menu.title')}>
        <TitleForm title={file.title} onSave={(title) => change.mutateAsync({ title })} onClose={close} />
      </Modal>
      <ConfirmDialog
        opened={asked === 'delete'}
        onClose={close}
        title={t('delete.title')}
        confirmLabel={t('menu.delete')}
        tone="danger"
        onConfirm={() => remove.mutateAsync()}
      >
        {t('delete.story', { title: file.title })}
      </ConfirmDialog>
    </>
  )
}

function TitleForm({
  title,
  onSave,
  onClose,
}: {
  title: string
  onSave: (title: string) => Promise<unknown>
  onClose: () => void
}) {
  const { t } = useTranslation('files')
  const schema = z.object({ title: z.string().check(z.trim(), z.minLength(1, t('titleMissing'))) })
  const form = useSchemaForm(schema, { title })
  return (
    <Form form={form} onSubmit={(body) => onSave(body.title)}>
      <TextField
        control={form.control}
        name="title"
        label={t('title')}
        help={t('titleHelp')}
        maxLength={200}
      />
      <DialogActions form={form} onClose={onClose} />
    </Form>
  )
}

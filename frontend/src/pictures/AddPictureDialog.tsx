import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { ProgressBar } from '@/components/ProgressBar'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { forgetUpload, sendInParts } from '@/uploads/partedUpload'
import type { Gallery } from './gallery'
import classes from './Pictures.module.css'

interface Props {
  gallery: Gallery
  title: string
  opened: boolean
  onClose: () => void
}

/** A picture, and what it shows in words. It goes up in parts: asked again after a broken line, it goes on where it stopped. */
export function AddPictureDialog({ opened, ...props }: Props) {
  const { t } = useTranslation('pictures')
  return (
    <Modal opened={opened} onClose={props.onClose} title={t('add.title')}>
      <AddPictureForm {...props} />
    </Modal>
  )
}

function AddPictureForm({ gallery, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['pictures', 'common'])
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [isMissing, setMissing] = useState(false)
  const [sent, setSent] = useState(0)
  const leaving = useRef(new AbortController())
  useEffect(() => () => leaving.current.abort(), [])
  const schema = z.object({
    alt: z.string().check(z.trim(), z.minLength(3, t('altMissing'))),
    credit: z.string(),
  })
  const form = useSchemaForm(schema, { alt: '', credit: '' })
  const add = useMutation({
    mutationFn: async ({ chosen, words }: { chosen: File; words: z.infer<typeof schema> }) => {
      const upload_id = await sendInParts(chosen, setSent, leaving.current.signal)
      try {
        await gallery.add({ upload_id, ...words })
      } finally {
        forgetUpload(chosen)
      }
    },
    onSuccess: onClose,
  })
  return (
    <Form
      form={form}
      onSubmit={async (words) => {
        setMissing(!file)
        if (file) await add.mutateAsync({ chosen: file, words })
      }}
    >
      <div className={classes.choose}>
        <label htmlFor={id}>{t('add.file')}</label>
        <input
          id={id}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-invalid={isMissing}
          aria-describedby={`${id}-help`}
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0] ?? null)
            setMissing(false)
            setSent(0)
          }}
        />
        {isMissing && <span className={classes.missing}>{t('add.fileMissing')}</span>}
        <span id={`${id}-help`} className={classes.help}>
          {t('add.fileHelp')}
        </span>
      </div>
      <TextField control={form.control} name="alt" label={t('alt')} help={t('altHelp')} maxLength={300} />
      <TextField control={form.control} name="credit" label={t('credit')} maxLength={200} optional />
      {add.isPending && file && <ProgressBar label={file.name} done={sent} total={file.size} sentence="" />}
      <DialogActions form={form} onClose={onClose}>
        {t('add.action')}
      </DialogActions>
    </Form>
  )
}

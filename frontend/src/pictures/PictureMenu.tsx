import { ActionIcon, Menu, Modal } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import type { PictureChange } from '@/api/generated/types.gen'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import type { Gallery, Picture } from './gallery'

interface Props {
  gallery: Gallery
  picture: Picture
}

/** What one may do with a picture. */
export function PictureMenu({ gallery, picture }: Props) {
  const { t } = useTranslation('pictures')
  const [asked, setAsked] = useState<'words' | 'delete' | null>(null)
  const close = () => setAsked(null)
  const first = useMutation({ mutationFn: () => gallery.change(picture, { position: 1 }) })
  const remove = useMutation({ mutationFn: () => gallery.remove(picture) })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            size={32}
            aria-label={t('menu.label', { words: picture.alt })}
            data-print="hide"
          >
            <IconDots size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsked('words')}>{t('menu.words')}</Menu.Item>
          {picture.position > 1 && <Menu.Item onClick={() => first.mutate()}>{t('menu.first')}</Menu.Item>}
          <Menu.Item color="red" onClick={() => setAsked('delete')}>
            {t('menu.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={asked === 'words'} onClose={close} title={t('menu.words')}>
        <WordsForm gallery={gallery} picture={picture} onClose={close} />
      </Modal>
      <ConfirmDialog
        opened={asked === 'delete'}
        onClose={close}
        title={t('delete.title')}
        confirmLabel={t('menu.delete')}
        tone="danger"
        onConfirm={() => remove.mutateAsync()}
      >
        {t('delete.story')}
      </ConfirmDialog>
    </>
  )
}

function WordsForm({ gallery, picture, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation(['pictures', 'common'])
  const schema = z.object({
    alt: z.string().check(z.trim(), z.minLength(3, t('altMissing'))),
    credit: z.string(),
  })
  const form = useSchemaForm(schema, { alt: picture.alt, credit: picture.credit })
  const change = useMutation({
    mutationFn: (body: PictureChange) => gallery.change(picture, body),
    onSuccess: onClose,
  })
  return (
    <Form form={form} onSubmit={(body) => change.mutateAsync(body)}>
      <TextField control={form.control} name="alt" label={t('alt')} help={t('altHelp')} maxLength={300} />
      <TextField control={form.control} name="credit" label={t('credit')} maxLength={200} optional />
      <DialogActions form={form} onClose={onClose} />
    </Form>
  )
}

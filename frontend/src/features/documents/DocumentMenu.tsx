import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeDocument, deleteDocument, restoreDocument, withdrawDocument } from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { ChangeDocumentDialog } from './ChangeDocumentDialog'
import type { MeetingDocument, OfMeeting } from './documentQuery'
import { NewVersionDialog } from './NewVersionDialog'

interface Props {
  meeting: OfMeeting
  document: MeetingDocument
  isFirst: boolean
  isLast: boolean
}

type Asked = 'version' | 'change' | 'withdraw' | 'delete'

/** What one may do with a document. */
export function DocumentMenu({ meeting, document, isFirst, isLast }: Props) {
  const { t } = useTranslation('documents')
  const [asked, setAsked] = useState<Asked | null>(null)
  const path = { meeting_id: meeting.id, document_id: document.id }
  const version = ifMatch(`"${document.revision}"`)
  const move = useMutation({
    mutationFn: (by: number) =>
      changeDocument({ path, headers: version, body: { position: document.position + by } }),
  })
  const restore = useMutation({ mutationFn: () => restoreDocument({ path, headers: version }) })
  const withdraw = useMutation({
    mutationFn: (reason: string) => withdrawDocument({ path, headers: version, body: { reason } }),
  })
  const remove = useMutation({ mutationFn: () => deleteDocument({ path, headers: version }) })
  const may = (verb: string) => document.actions.includes(verb)
  const close = () => setAsked(null)
  if (document.actions.length === 0) return null
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon size={32} aria-label={t('menu.label', { title: document.title })} data-print="hide">
            <IconDots size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {may('add-file') && <Menu.Item onClick={() => setAsked('version')}>{t('menu.version')}</Menu.Item>}
          {may('change') && <Menu.Item onClick={() => setAsked('change')}>{t('menu.change')}</Menu.Item>}
          {may('change') && !isFirst && <Menu.Item onClick={() => move.mutate(-1)}>{t('menu.up')}</Menu.Item>}
          {may('change') && !isLast && <Menu.Item onClick={() => move.mutate(1)}>{t('menu.down')}</Menu.Item>}
          {may('restore') && <Menu.Item onClick={() => restore.mutate()}>{t('menu.restore')}</Menu.Item>}
          {may('withdraw') && (
            <Menu.Item color="red" onClick={() => setAsked('withdraw')}>
              {t('menu.withdraw')}
            </Menu.Item>
          )}
          {may('delete') && (
            <Menu.Item color="red" onClick={() => setAsked('delete')}>
              {t('menu.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <NewVersionDialog meeting={meeting} document={document} opened={asked === 'version'} onClose={close} />
      <ChangeDocumentDialog
        meeting={meeting}
        document={document}
        opened={asked === 'change'}
        onClose={close}
      />
      <ConfirmDialog
        opened={asked === 'withdraw'}
        onClose={close}
        title={t('withdraw.title', { title: document.title })}
        confirmLabel={t('menu.withdraw')}
        tone="danger"
        reason="required"
        onConfirm={(reason) => withdraw.mutateAsync(reason)}
      >
        {t('withdraw.help')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'delete'}
        onClose={close}
        title={t('delete.title', { title: document.title })}
        confirmLabel={t('menu.delete')}
        tone="danger"
        onConfirm={() => remove.mutateAsync()}
      >
        {t('delete.help')}
      </ConfirmDialog>
    </>
  )
}

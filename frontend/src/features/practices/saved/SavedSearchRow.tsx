import { Menu, Modal, Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { changeSavedSearch, deleteSavedSearch } from '@/api/generated/sdk.gen'
import type { SavedSearchChange } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { MoreMenu } from '@/components/MoreMenu'
import { Row } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { problemMessage } from '@/forms/problemMessage'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { isolated } from '@/i18n/isolated'
import classes from './SavedSearches.module.css'
import { FREQUENCIES, type SavedSearch, searchOf } from './savedSearches'
import { useSearchWords } from './useSearchWords'

function useChange({ id, revision }: SavedSearch) {
  return useMutation({
    mutationFn: (body: SavedSearchChange) =>
      changeSavedSearch({ path: { saved_search_id: id }, headers: ifMatch(`"${revision}"`), body }),
  })
}

export function SavedSearchRow({ saved }: { saved: SavedSearch }) {
  const { t } = useTranslation('savedsearches')
  const { t: common } = useTranslation()
  const words = useSearchWords()
  const [asked, setAsked] = useState<'rename' | 'delete' | null>(null)
  const close = () => setAsked(null)
  const change = useChange(saved)
  const remove = useMutation({
    mutationFn: () =>
      deleteSavedSearch({ path: { saved_search_id: saved.id }, headers: ifMatch(`"${saved.revision}"`) }),
  })
  return (
    <Row
      title={
        <TextLink look="title" to="/practices" search={searchOf(saved)}>
          <bdi>{saved.name}</bdi>
        </TextLink>
      }
      context={
        <>
          {[...words(searchOf(saved)).map(isolated), t('found', { count: saved.found })].join(' · ')}{' '}
          {saved.new > 0 && <StatusBadge tone="active">{t('new', { count: saved.new })}</StatusBadge>}
        </>
      }
      aside={
        <MoreMenu label={t('actions', { name: saved.name })}>
          <Menu.Item onClick={() => setAsked('rename')}>{t('rename')}</Menu.Item>
          <Menu.Item color="red" onClick={() => setAsked('delete')}>
            {t('delete')}
          </Menu.Item>
        </MoreMenu>
      }
    >
      <Select
        className={classes.frequency}
        size="xs"
        aria-label={t('lettersOf', { name: saved.name })}
        data={FREQUENCIES.map((value) => ({ value, label: t(`letter.${value}`) }))}
        value={change.isPending ? (change.variables.frequency ?? saved.frequency) : saved.frequency}
        allowDeselect={false}
        onChange={(frequency) => frequency && change.mutate({ frequency })}
        error={change.isError && problemMessage(change.error, common)}
      />
      <Modal opened={asked === 'rename'} onClose={close} title={t('rename')}>
        <RenameForm saved={saved} onClose={close} />
      </Modal>
      <ConfirmDialog
        opened={asked === 'delete'}
        onClose={close}
        title={t('deleteTitle', { name: saved.name })}
        confirmLabel={t('delete')}
        tone="danger"
        onConfirm={() => remove.mutateAsync()}
      >
        <p>{t('deleteText')}</p>
      </ConfirmDialog>
    </Row>
  )
}

function RenameForm({ saved, onClose }: { saved: SavedSearch; onClose: () => void }) {
  const { t } = useTranslation('savedsearches')
  const change = useChange(saved)
  const schema = z.object({ name: z.string().check(z.trim(), z.minLength(1, t('nameMissing'))) })
  const form = useSchemaForm<z.infer<typeof schema>, z.infer<typeof schema>>(schema, { name: saved.name })
  return (
    <Form
      form={form}
      onSubmit={async (said) => {
        await change.mutateAsync(said)
        onClose()
      }}
    >
      <TextField control={form.control} name="name" label={t('name')} maxLength={200} />
      <DialogActions form={form} onClose={onClose} />
    </Form>
  )
}

import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDocumentFile } from '@/api/generated/sdk.gen'
import { isLanguage, LANGUAGES, type Language } from '@/i18n/languages'
import classes from './Documents.module.css'
import { type MeetingDocument, type OfMeeting, TAKEN } from './documentQuery'
import { SendingList } from './SendingList'
import { useUploads } from './useUploads'

interface Props {
  meeting: OfMeeting
  document: MeetingDocument
  opened: boolean
  onClose: () => void
}

/** A newer file of a document, or the same in another language. The ones before stay. */
export function NewVersionDialog({ opened, ...props }: Props) {
  const { t } = useTranslation('documents')
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={t('newVersion.title', { title: props.document.title })}
    >
      <NewVersionForm {...props} />
    </Modal>
  )
}

function NewVersionForm({ meeting, document, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['documents', 'common'])
  const id = useId()
  const [language, setLanguage] = useState<Language>(document.files[0]?.language ?? 'en')
  const [note, setNote] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const uploads = useUploads(
    (uploadId) =>
      addDocumentFile({
        path: { meeting_id: meeting.id, document_id: document.id },
        headers: { 'Idempotency-Key': uploadId },
        body: { upload_id: uploadId, language, note },
      }),
    onClose,
  )
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (file) uploads.add([file], null)
      }}
    >
      <p className={classes.help}>{t('newVersion.help')}</p>
      <div className={classes.choose}>
        <label htmlFor={id}>{t('newVersion.file')}</label>
        <input
          id={id}
          type="file"
          accept={TAKEN}
          required
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </div>
      <Select
        label={t('language')}
        data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
        value={language}
        onChange={(value) => isLanguage(value) && setLanguage(value)}
        allowDeselect={false}
      />
      <TextInput
        label={`${t('newVersion.note')} (${t('common:form.optional')})`}
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <SendingList uploads={uploads} />
      <div className={classes.buttons}>
        <Button onClick={onClose}>{t('common:action.cancel')}</Button>
        <Button
          type="submit"
          variant="filled"
          disabled={!file}
          loading={uploads.sendings.some(({ state }) => state === 'sending')}
        >
          {t('newVersion.add')}
        </Button>
      </div>
    </form>
  )
}

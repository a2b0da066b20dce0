import { Button, Select, VisuallyHidden } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDocument } from '@/api/generated/sdk.gen'
import type { DocumentVisibility } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { currentLanguage } from '@/i18n/i18n'
import { isLanguage, LANGUAGES, type Language } from '@/i18n/languages'
import { usePermission } from '@/session/permission'
import classes from './Documents.module.css'
import { type OfMeeting, TAKEN } from './documentQuery'
import { SendingList } from './SendingList'
import { useSightChoices } from './useSightChoices'
import { useUploads } from './useUploads'

interface Choices {
  language: Language
  visibility: DocumentVisibility
}

/** Where files are dropped or chosen, many at once. */
export function UploadCard({ meeting }: { meeting: OfMeeting }) {
  const { t } = useTranslation('documents')
  const input = useRef<HTMLInputElement>(null)
  const isChair = usePermission('meetings:write')
  const sights = useSightChoices()
  const [choices, setChoices] = useState<Choices>({ language: currentLanguage(), visibility: 'members' })
  const [isOver, setOver] = useState(false)
  const [said, setSaid] = useState('')
  const uploads = useUploads<Choices>(
    (uploadId, chosen) =>
      addDocument({
        path: { meeting_id: meeting.id },
        headers: { 'Idempotency-Key': uploadId },
        body: { upload_id: uploadId, ...chosen },
      }),
    (file) => setSaid(t('sending.added', { name: file.name })),
  )

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    uploads.add([...event.dataTransfer.files], choices)
  }

  return (
    <Card title={t('add.title')}>
      <CardBody>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same with the keyboard */}
        <div
          className={classes.drop}
          data-over={isOver || undefined}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Button variant="filled" onClick={() => input.current?.click()}>
            {t('add.choose')}
          </Button>
          <span className={classes.dropWords}>{t('add.drop')}</span>
          <input
            ref={input}
            className={classes.input}
            type="file"
            multiple
            accept={TAKEN}
            tabIndex={-1}
            aria-label={t('add.choose')}
            onChange={(event) => {
              uploads.add([...(event.currentTarget.files ?? [])], choices)
              event.currentTarget.value = ''
            }}
          />
        </div>
        <p className={classes.help}>{t('add.help')}</p>
        <div className={classes.choices}>
          <Select
            label={t('language')}
            data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
            value={choices.language}
            onChange={(language) => isLanguage(language) && setChoices({ ...choices, language })}
            allowDeselect={false}
          />
          {isChair && (
            <Select
              label={t('sight')}
              data={sights}
              value={choices.visibility}
              onChange={(value) =>
                setChoices({
                  ...choices,
                  visibility: sights.find((sight) => sight.value === value)?.value ?? 'members',
                })
              }
              allowDeselect={false}
            />
          )}
        </div>
        <SendingList uploads={uploads} />
        <VisuallyHidden role="status">{said}</VisuallyHidden>
      </CardBody>
    </Card>
  )
}

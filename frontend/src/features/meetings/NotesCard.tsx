import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormConflict } from '@/autosave/FormConflict'
import { SavedIndicator } from '@/autosave/SavedIndicator'
import { useAutosave, useAutosavedForm } from '@/autosave/useAutosave'
import { Card, CardBody } from '@/components/Card'
import { TextAreaField } from '@/forms/TextAreaField'
import { partOfMeeting } from './meetingFields'
import type { Meeting } from './meetingQuery'
import classes from './NotesCard.module.css'

interface Props {
  meeting: Meeting
  etag: string
}

/** What the co-chairs hand to each other; the next pair reads it, nobody else. */
export function NotesCard({ meeting, etag }: Props) {
  const { t } = useTranslation('meetings')
  const [isEditing, setEditing] = useState(false)
  const mayEdit = meeting.actions.includes('change')
  return (
    <Card
      title={t('notes.title')}
      action={
        mayEdit &&
        !isEditing && (
          <Button size="xs" variant="subtle" data-print="hide" onClick={() => setEditing(true)}>
            {t('notes.edit')}
          </Button>
        )
      }
    >
      <CardBody>
        {isEditing ? (
          <NotesForm meeting={meeting} etag={etag} onDone={() => setEditing(false)} />
        ) : (
          <>
            <p className={classes.notes} dir="auto">
              {meeting.preparation_notes || t('notes.empty')}
            </p>
            <p className={classes.who}>{t('notes.who')}</p>
          </>
        )}
      </CardBody>
    </Card>
  )
}

function NotesForm({ meeting, etag, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('meetings')
  const queryClient = useQueryClient()
  const part = partOfMeeting(meeting.id, ['preparation_notes'])
  const { autosaver, state } = useAutosave({
    record: `meeting-notes:${meeting.id}`,
    start: part.partOf({ data: meeting, etag }),
    save: part.save,
    load: part.load,
  })
  const form = useForm({ defaultValues: autosaver.values })
  useAutosavedForm(form, autosaver)
  const close = async () => {
    await autosaver.flush()
    await queryClient.invalidateQueries()
    onDone()
  }
  return (
    <div className={classes.form}>
      <TextAreaField
        control={form.control}
        name="preparation_notes"
        label={t('form.notes')}
        help={t('notes.who')}
        minRows={5}
      />
      <div className={classes.foot}>
        <Button size="xs" variant="filled" onClick={close}>
          {t('outcome.done')}
        </Button>
        <SavedIndicator state={state} />
      </div>
      <FormConflict
        form={form}
        conflict={state.kind === 'conflict' ? state.conflict : null}
        labels={{ preparation_notes: t('form.notes') }}
        resolve={(chosen) => autosaver.resolve(chosen)}
      />
    </div>
  )
}

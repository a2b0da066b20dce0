import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { getHandoverNote, writeHandoverNote } from '@/api/generated/sdk.gen'
import type { HandoverNoteBody } from '@/api/generated/types.gen'
import { ifMatch, type Versioned, withEtag } from '@/api/record'
import { FormConflict } from '@/autosave/FormConflict'
import { SavedIndicator } from '@/autosave/SavedIndicator'
import { useAutosave, useAutosavedForm } from '@/autosave/useAutosave'
import { Card, CardBody } from '@/components/Card'
import { Prose } from '@/components/Prose'
import { QueryState } from '@/components/QueryState'
import { TextAreaField } from '@/forms/TextAreaField'
import { useFormat } from '@/i18n/useFormat'
import classes from './Handover.module.css'
import { type Brief, noteQuery } from './handoverQuery'

interface NoteFields {
  text: string
}

/** What the outgoing pair adds in its own words; saved as they type. */
export function NoteCard({ brief }: { brief: Brief }) {
  const { t } = useTranslation('handover')
  const format = useFormat()
  const [isEditing, setEditing] = useState(false)
  const { note } = brief
  const mayWrite = brief.actions.includes('write-note')
  return (
    <Card
      title={t('note.title')}
      action={
        mayWrite &&
        !isEditing && (
          <Button size="xs" variant="subtle" data-print="hide" onClick={() => setEditing(true)}>
            {t(note.text ? 'note.edit' : 'note.write')}
          </Button>
        )
      }
    >
      <CardBody>
        {isEditing ? (
          <NoteEditor termId={brief.term.id} onDone={() => setEditing(false)} />
        ) : (
          <>
            {note.text ? <Prose>{note.text}</Prose> : <p className={classes.quiet}>{t('note.empty')}</p>}
            {note.text && note.updated_at && (
              <p className={classes.small}>
                {t('note.by', { name: note.updated_by, date: format.date(note.updated_at) })}
              </p>
            )}
          </>
        )}
      </CardBody>
    </Card>
  )
}

interface EditorProps {
  termId: string
  onDone: () => void
}

function NoteEditor({ termId, onDone }: EditorProps) {
  const query = useQuery(noteQuery(termId))
  return (
    <QueryState query={query} rows={2}>
      {(start) => <NoteForm termId={termId} start={start} onDone={onDone} />}
    </QueryState>
  )
}

const fieldsOf = ({ data, etag }: Versioned<HandoverNoteBody>): Versioned<NoteFields> => ({
  data: { text: data.text },
  etag,
})

function NoteForm({ termId, start, onDone }: EditorProps & { start: Versioned<HandoverNoteBody> }) {
  const { t } = useTranslation('handover')
  const queryClient = useQueryClient()
  const path = { term_id: termId }
  const { autosaver, state } = useAutosave<NoteFields>({
    record: `handover-note:${termId}`,
    start: fieldsOf(start),
    save: async ({ text = '' }, version) =>
      fieldsOf(await withEtag(writeHandoverNote({ path, body: { text }, headers: ifMatch(version) }))),
    load: async () => fieldsOf(await withEtag(getHandoverNote({ path }))),
  })
  const form = useForm<NoteFields>({ defaultValues: autosaver.values })
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
        name="text"
        label={t('note.label')}
        help={t('note.help')}
        minRows={8}
        maxLength={20_000}
      />
      <div className={classes.foot}>
        <Button size="xs" variant="filled" onClick={close}>
          {t('note.done')}
        </Button>
        <SavedIndicator state={state} />
      </div>
      <FormConflict
        form={form}
        conflict={state.kind === 'conflict' ? state.conflict : null}
        labels={{ text: t('note.label') }}
        resolve={(chosen) => autosaver.resolve(chosen)}
      />
    </div>
  )
}

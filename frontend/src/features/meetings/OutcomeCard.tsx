import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { listAttendanceOptions } from '@/api/generated/@tanstack/react-query.gen'
import { FormConflict } from '@/autosave/FormConflict'
import { SavedIndicator } from '@/autosave/SavedIndicator'
import { useAutosave, useAutosavedForm } from '@/autosave/useAutosave'
import { Card, CardBody } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { CheckboxField } from '@/forms/choiceFields'
import { NumberField } from '@/forms/NumberField'
import { TextAreaField } from '@/forms/TextAreaField'
import { useFormat } from '@/i18n/useFormat'
import { partOfMeeting } from './meetingFields'
import type { Meeting } from './meetingQuery'
import classes from './NotesCard.module.css'

interface Props {
  meeting: Meeting
  etag: string
}

/** What came out of a meeting, for those who were not there. */
export function OutcomeCard({ meeting, etag }: Props) {
  const { t } = useTranslation('meetings')
  const { t: tCommon } = useTranslation()
  const [isEditing, setEditing] = useState(false)
  const mayEdit = meeting.actions.includes('change')
  const edit = () => setEditing(true)
  const body = meeting.summary ? (
    <CardBody>
      <p className={classes.notes} dir="auto">
        {meeting.summary}
      </p>
      {meeting.source && <p className={classes.who}>{tCommon('mark.source', { source: meeting.source })}</p>}
    </CardBody>
  ) : (
    <EmptyState
      title={t('outcome.empty')}
      action={mayEdit && <Button onClick={edit}>{t('outcome.write')}</Button>}
    >
      {mayEdit && t('outcome.emptyHelp')}
    </EmptyState>
  )
  return (
    <Card
      title={t('outcome.title')}
      action={
        meeting.summary && (
          <>
            {t(meeting.is_summary_public ? 'outcome.public' : 'outcome.membersOnly')}
            {mayEdit && !isEditing && (
              <Button size="xs" variant="subtle" data-print="hide" onClick={edit}>
                {t('outcome.edit')}
              </Button>
            )}
          </>
        )
      }
    >
      {isEditing ? (
        <CardBody>
          <OutcomeForm meeting={meeting} etag={etag} onDone={() => setEditing(false)} />
        </CardBody>
      ) : (
        body
      )}
    </Card>
  )
}

const FIELDS = ['summary', 'is_summary_public', 'participants_count', 'champions_present_count'] as const

function OutcomeForm({ meeting, etag, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const queryClient = useQueryClient()
  const { data: attendance } = useQuery(listAttendanceOptions({ path: { meeting_id: meeting.id } }))
  const isTaken = attendance?.items.some(({ was_present }) => was_present !== null) ?? false
  const part = partOfMeeting(meeting.id, FIELDS)
  const { autosaver, state } = useAutosave({
    record: `meeting-outcome:${meeting.id}`,
    start: part.partOf({ data: meeting, etag }),
    save: part.save,
    load: part.load,
  })
  const form = useForm({ defaultValues: autosaver.values })
  useAutosavedForm(form, autosaver)
  const labels = {
    summary: t('outcome.label'),
    is_summary_public: t('outcome.isPublic'),
    participants_count: t('outcome.participants'),
    champions_present_count: t('outcome.champions'),
  }
  const close = async () => {
    await autosaver.flush()
    await queryClient.invalidateQueries()
    onDone()
  }
  return (
    <div className={classes.form}>
      <TextAreaField control={form.control} name="summary" label={labels.summary} minRows={6} />
      <CheckboxField control={form.control} name="is_summary_public" label={labels.is_summary_public} />
      <NumberField
        control={form.control}
        name="participants_count"
        label={labels.participants_count}
        min={0}
        optional
      />
      {isTaken ? (
        <p className={classes.who}>
          {labels.champions_present_count}: {format.number(meeting.champions_present_count ?? 0)}.{' '}
          {t('outcome.fromAttendance')}
        </p>
      ) : (
        <NumberField
          control={form.control}
          name="champions_present_count"
          label={labels.champions_present_count}
          min={0}
          optional
        />
      )}
      <div className={classes.foot}>
        <Button variant="filled" onClick={close}>
          {t('outcome.done')}
        </Button>
        <SavedIndicator state={state} />
      </div>
      <FormConflict
        form={form}
        conflict={state.kind === 'conflict' ? state.conflict : null}
        labels={labels}
        resolve={(chosen) => autosaver.resolve(chosen)}
      />
    </div>
  )
}

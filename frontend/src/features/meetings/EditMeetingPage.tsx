import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { changeMeeting, getMeeting } from '@/api/generated/sdk.gen'
import { ifMatch, type Versioned, withEtag } from '@/api/record'
import { FormConflict } from '@/autosave/FormConflict'
import { useGuardedSave } from '@/autosave/useGuardedSave'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { bodyOf, fieldsOf, type MeetingFields, MeetingForm, useMeetingSchema } from './MeetingForm'
import { type Meeting, meetingQuery } from './meetingQuery'

export function EditMeetingPage({ id }: { id: string }) {
  const query = useQuery(meetingQuery(id))
  return (
    <QueryState query={query} rows={8}>
      {(meeting) => <EditMeeting key={meeting.data.id} start={meeting} />}
    </QueryState>
  )
}

function EditMeeting({ start }: { start: Versioned<Meeting> }) {
  const { t } = useTranslation('meetings')
  const navigate = useNavigate()
  const path = { meeting_id: start.data.id }
  const form = useSchemaForm<MeetingFields, MeetingFields>(useMeetingSchema(), fieldsOf(start.data))
  const send = useMutation({
    mutationFn: ({ body, etag }: { body: ReturnType<typeof bodyOf>; etag: string }) =>
      changeMeeting({ path, body, headers: ifMatch(etag) }),
    onSuccess: () => navigate({ to: '/meetings/$meetingId', params: { meetingId: start.data.id } }),
  })
  const guarded = useGuardedSave<MeetingFields>({
    start: { data: fieldsOf(start.data), etag: start.etag },
    save: (changes, etag, fields) => send.mutateAsync({ body: bodyOf(changes, fields), etag }),
    load: async () => {
      const { data, etag } = await withEtag(getMeeting({ path }))
      return { data: fieldsOf(data), etag }
    },
  })
  const labels: Record<keyof MeetingFields, string> = {
    title: t('form.title'),
    kind: t('form.kind'),
    starts_at: t('form.startsAt'),
    time_zone: t('form.timeZone'),
    duration_minutes: t('form.duration'),
    format: t('form.format'),
    place: t('form.place'),
    link: t('form.link'),
    languages: t('form.languages'),
    agenda_closes_at: t('form.agendaClosesAt'),
    is_shared_with_observers: t('form.observers'),
    preparation_notes: t('form.notes'),
  }
  return (
    <>
      <PageHeader
        trail={
          <TextLink to="/meetings/$meetingId" params={{ meetingId: start.data.id }}>
            {start.data.title}
          </TextLink>
        }
        title={t('form.editTitle')}
      />
      <MeetingForm form={form} submitLabel={t('form.save')} onSubmit={guarded.submit} />
      <FormConflict form={form} conflict={guarded.conflict} labels={labels} resolve={guarded.resolve} />
    </>
  )
}

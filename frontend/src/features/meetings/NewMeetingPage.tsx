import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createMeeting } from '@/api/generated/sdk.gen'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { readerZone } from '@/i18n/format'
import { useSession } from '@/session/useSession'
import { emptyMeeting, type MeetingFields, MeetingForm, newMeetingOf, useMeetingSchema } from './MeetingForm'

const KEY = 'meeting:new'

export function NewMeetingPage() {
  const { t } = useTranslation('meetings')
  const navigate = useNavigate()
  const zone = useSession()?.person.time_zone ?? readerZone()
  const [empty] = useState(() => emptyMeeting(zone))
  const form = useSchemaForm<MeetingFields, MeetingFields>(useMeetingSchema(), keptValues(KEY, empty))
  const { forget } = useKeptForm(form, KEY, empty)
  const create = useMutation({
    mutationFn: (fields: MeetingFields) => createMeeting({ body: newMeetingOf(fields) }),
    onSuccess: ({ data }) => {
      forget()
      return navigate({ to: '/meetings/$meetingId', params: { meetingId: data.id } })
    },
  })
  return (
    <>
      <PageHeader
        trail={<TextLink to="/meetings">{t('trail')}</TextLink>}
        title={t('form.newTitle')}
        summary={t('form.newSummary')}
      />
      <MeetingForm
        form={form}
        submitLabel={t('form.create')}
        onSubmit={(fields) => create.mutateAsync(fields)}
      />
    </>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createMeeting } from '@/api/generated/sdk.gen'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { ButtonLink } from '@/components/ButtonLink'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { readerZone } from '@/i18n/format'
import { useSession } from '@/session/useSession'
import { fieldValueOf } from '@/time/localInstant'
import { emptyMeeting, type MeetingFields, MeetingForm, newMeetingOf, useMeetingSchema } from './MeetingForm'

const KEY = 'meeting:new'

interface Props {
  /** A time that was found to be fair (an instant), and how long the meeting lasts. */
  startsAt?: string | undefined
  duration?: number | undefined
  /** What it is to be called, where a quarter without a meeting was chosen. */
  title?: string | undefined
}

export function NewMeetingPage({ startsAt, duration, title }: Props) {
  const { t } = useTranslation('meetings')
  const navigate = useNavigate()
  const zone = useSession()?.person.time_zone ?? readerZone()
  const [empty] = useState(() => emptyMeeting(zone))
  const form = useSchemaForm<MeetingFields, MeetingFields>(
    useMeetingSchema(),
    withTime(keptValues(KEY, empty), startsAt, duration, title),
  )
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
        action={<ButtonLink to="/meetings/find-a-time">{t('findTime')}</ButtonLink>}
      />
      <MeetingForm
        form={form}
        submitLabel={t('form.create')}
        onSubmit={(fields) => create.mutateAsync(fields)}
      />
    </>
  )
}

function withTime(
  fields: MeetingFields,
  startsAt?: string,
  duration?: number,
  title?: string,
): MeetingFields {
  if (!startsAt || Number.isNaN(Date.parse(startsAt))) return fields
  return {
    ...fields,
    title: title ?? fields.title,
    starts_at: fieldValueOf(startsAt, fields.time_zone),
    duration_minutes: duration ?? fields.duration_minutes,
  }
}

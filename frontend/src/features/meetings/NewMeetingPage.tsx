import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeDatePoll, createMeeting } from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
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
  /** What it is to be called, where a quarter without a meeting or a date poll led here. */
  title?: string | undefined
  /** The date poll that found the time, which is to name the meeting. */
  poll?: string | undefined
}

export function NewMeetingPage({ poll, ...known }: Props) {
  const { t } = useTranslation('meetings')
  const navigate = useNavigate()
  const zone = useSession()?.person.time_zone ?? readerZone()
  const [empty] = useState(() => emptyMeeting(zone))
  const form = useSchemaForm<MeetingFields, MeetingFields>(
    useMeetingSchema(),
    filledIn(keptValues(KEY, empty), known),
  )
  const { forget } = useKeptForm(form, KEY, empty)
  const create = useMutation({
    mutationFn: async (fields: MeetingFields) => {
      const created = await createMeeting({ body: newMeetingOf(fields) })
      if (poll) await nameMeeting(poll, created.data.id)
      return created
    },
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

function filledIn(fields: MeetingFields, { startsAt, duration, title }: Omit<Props, 'poll'>): MeetingFields {
  if (!startsAt || Number.isNaN(Date.parse(startsAt))) return fields
  return {
    ...fields,
    title: title ?? fields.title,
    starts_at: fieldValueOf(startsAt, fields.time_zone),
    duration_minutes: duration ?? fields.duration_minutes,
  }
}

/** The meeting stands also where the poll cannot be told of it: its page offers to plan one as before. */
const nameMeeting = (poll: string, meetingId: string) =>
  changeDatePoll({
    path: { poll_id: poll },
    body: { meeting_id: meetingId },
    headers: ifMatch('*'),
  }).catch(() => undefined)

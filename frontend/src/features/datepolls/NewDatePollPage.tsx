import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getMeetingOptions } from '@/api/generated/@tanstack/react-query.gen'
import { createDatePoll } from '@/api/generated/sdk.gen'
import type { MeetingBody } from '@/api/generated/types.gen'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { ButtonLink } from '@/components/ButtonLink'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useReaderZone } from '@/session/useReaderZone'
import { fieldValueOf } from '@/time/localInstant'
import { bodyOf, type DatePollFields, DatePollForm, emptyDatePoll, useDatePollSchema } from './DatePollForm'

const KEY = 'date-poll:new'
const A_WEEK = 7 * 86_400_000

export interface NewDatePollSearch {
  /** Times that were found to be fair (instants), and how long the meeting lasts. */
  starts?: string[] | undefined
  duration?: number | undefined
  /** The meeting that is to have its date. */
  meeting?: string | undefined
}

/** A draft, filled in with what the time picker found or what is known of the meeting; nobody is asked before it is opened. */
export function NewDatePollPage({ search }: { search: NewDatePollSearch }) {
  const { t } = useTranslation('datepolls')
  const meeting = useQuery({
    ...getMeetingOptions({ path: { meeting_id: search.meeting ?? '' } }),
    enabled: search.meeting !== undefined,
  })
  return (
    <>
      <PageHeader
        trail={<TextLink to="/meetings/date-polls">{t('title')}</TextLink>}
        title={t('form.newTitle')}
        summary={t('form.newSummary')}
        action={
          <ButtonLink
            to="/meetings/find-a-time"
            search={{ duration: search.duration, meeting: search.meeting }}
          >
            {t('findTime')}
          </ButtonLink>
        }
      />
      {search.meeting ? (
        <QueryState query={meeting}>{(data) => <NewPoll search={search} meeting={data} />}</QueryState>
      ) : (
        <NewPoll search={search} meeting={null} />
      )}
    </>
  )
}

function NewPoll({ search, meeting }: { search: NewDatePollSearch; meeting: MeetingBody | null }) {
  const { t } = useTranslation('datepolls')
  const navigate = useNavigate()
  const zone = useReaderZone()
  const [empty] = useState(() => emptyDatePoll(zone))
  const form = useSchemaForm<DatePollFields, DatePollFields>(
    useDatePollSchema(),
    filledIn(keptValues(KEY, empty), search, meeting),
  )
  const { forget } = useKeptForm(form, KEY, empty)
  const create = useMutation({
    mutationFn: (fields: DatePollFields) => createDatePoll({ body: bodyOf(fields) }),
    onSuccess: ({ data }) => {
      forget()
      return navigate({ to: '/meetings/date-polls/$pollId', params: { pollId: data.id } })
    },
  })
  return (
    <DatePollForm
      form={form}
      submitLabel={t('form.create')}
      onSubmit={(fields) => create.mutateAsync(fields)}
    />
  )
}

function filledIn(
  fields: DatePollFields,
  { starts, duration }: NewDatePollSearch,
  meeting: MeetingBody | null,
): DatePollFields {
  const zone = fields.time_zone
  const known = (starts ?? []).filter((at) => !Number.isNaN(Date.parse(at)))
  const inAWeek = new Date(Date.now() + A_WEEK).setUTCHours(16, 0, 0, 0)
  return {
    ...fields,
    title: meeting?.title ?? fields.title,
    meeting_id: meeting?.id ?? fields.meeting_id,
    duration_minutes: duration ?? meeting?.duration_minutes ?? fields.duration_minutes,
    candidates:
      known.length > 0 ? known.toSorted().map((at) => ({ at: fieldValueOf(at, zone) })) : fields.candidates,
    deadline_at: fields.deadline_at ?? fieldValueOf(new Date(inAWeek).toISOString(), zone),
  }
}

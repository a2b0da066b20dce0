import { Button } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import type { MeetingCreate } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { CheckboxField, MultiSelectField, SelectField } from '@/forms/choiceFields'
import { Form, FormActions } from '@/forms/Form'
import { NumberField } from '@/forms/NumberField'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { LANGUAGE_TAGS } from '@/i18n/languages'
import { useFormat } from '@/i18n/useFormat'
import { useLanguageChoices } from '@/i18n/useLanguageChoices'
import { zones } from '@/i18n/zonedTime'
import { checkLocalTimes } from '@/time/checkLocalTimes'
import { LocalTimeField } from '@/time/LocalTimeField'
import { fieldValueOf, instantOf, readLocal } from '@/time/localInstant'
import type { Meeting } from './meetingQuery'

const KINDS = ['technical', 'extraordinary'] as const
const FORMATS = ['online', 'in_person', 'hybrid'] as const

const meetingSchema = (t: TFunction<'meetings'>, tTime: TFunction<'time'>) =>
  z
    .object({
      title: z.string().check(z.trim(), z.minLength(1, t('form.titleMissing'))),
      kind: z.enum(KINDS),
      starts_at: z.string(t('form.startsAtMissing')).check(z.minLength(1, t('form.startsAtMissing'))),
      time_zone: z.string(),
      duration_minutes: z
        .int(t('form.durationWrong'))
        .check(z.gte(5, t('form.durationWrong')), z.lte(1440, t('form.durationWrong'))),
      format: z.enum(FORMATS),
      place: z.string(),
      link: z.string().check(z.regex(/^(https?:\/\/\S+)?$/, t('form.linkWrong'))),
      languages: z.array(z.enum(LANGUAGE_TAGS)),
      agenda_closes_at: z.nullable(z.string()),
      is_shared_with_observers: z.boolean(),
      preparation_notes: z.string(),
    })
    .check(checkLocalTimes(tTime, ['starts_at', 'agenda_closes_at'], (meeting) => meeting.time_zone))

export const useMeetingSchema = () => meetingSchema(useTranslation('meetings').t, useTranslation('time').t)

/** The form's fields; `starts_at` and `agenda_closes_at` are local to `time_zone`. */
export type MeetingFields = z.output<ReturnType<typeof meetingSchema>>

export const emptyMeeting = (timeZone: string): MeetingFields => ({
  title: '',
  kind: 'technical',
  starts_at: '',
  time_zone: timeZone,
  duration_minutes: 90,
  format: 'online',
  place: '',
  link: '',
  languages: [],
  agenda_closes_at: null,
  is_shared_with_observers: false,
  preparation_notes: '',
})

export const fieldsOf = (meeting: Meeting): MeetingFields => ({
  title: meeting.title,
  kind: meeting.kind,
  starts_at: fieldValueOf(meeting.starts_at, meeting.time_zone),
  time_zone: meeting.time_zone,
  duration_minutes: meeting.duration_minutes,
  format: meeting.format,
  place: meeting.place,
  link: meeting.link ?? '',
  languages: meeting.languages,
  agenda_closes_at: meeting.agenda_closes_at && fieldValueOf(meeting.agenda_closes_at, meeting.time_zone),
  is_shared_with_observers: meeting.is_shared_with_observers,
  preparation_notes: meeting.preparation_notes ?? '',
})

/** The body of a request for `changes`; both times move with the zone that they are local to. */
export function bodyOf(
  changes: Partial<MeetingFields>,
  { starts_at, agenda_closes_at, time_zone }: MeetingFields,
) {
  const moves = (field: keyof MeetingFields) => field in changes || 'time_zone' in changes
  return {
    ...changes,
    ...(moves('starts_at') && { starts_at: instantOf(starts_at, time_zone) }),
    ...(moves('agenda_closes_at') && {
      agenda_closes_at: agenda_closes_at ? instantOf(agenda_closes_at, time_zone) : null,
    }),
  }
}

export const newMeetingOf = (fields: MeetingFields): MeetingCreate => ({
  ...fields,
  ...bodyOf(fields, fields),
  starts_at: instantOf(fields.starts_at, fields.time_zone),
})

interface Props {
  form: UseFormReturn<MeetingFields, unknown, MeetingFields>
  submitLabel: string
  onSubmit: (fields: MeetingFields) => Promise<unknown>
}

export function MeetingForm({ form, submitLabel, onSubmit }: Props) {
  const { t } = useTranslation('meetings')
  const languages = useLanguageChoices()
  const control = form.control
  const zone = useWatch({ control, name: 'time_zone' })
  // a meeting may be planned in a zone that this device knows by another name
  const [planned] = useState(() => form.getValues('time_zone'))
  const zoneChoices = [...new Set([planned, ...zones()])].map((name) => ({
    value: name,
    label: name.replaceAll('_', ' '),
  }))
  return (
    <Card>
      <CardBody>
        <Form form={form} onSubmit={onSubmit}>
          <TextField control={control} name="title" label={t('form.title')} maxLength={200} />
          <LocalTimeField
            zone={zone}
            control={control}
            name="starts_at"
            label={t('form.startsAt')}
            help={<Elsewhere form={form} />}
          />
          <SelectField
            control={control}
            name="time_zone"
            label={t('form.timeZone')}
            help={t('form.timeZoneHelp')}
            choices={zoneChoices}
          />
          <NumberField
            control={control}
            name="duration_minutes"
            label={t('form.duration')}
            min={5}
            max={1440}
            step={5}
          />
          <SelectField
            control={control}
            name="kind"
            label={t('form.kind')}
            choices={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          <SelectField
            control={control}
            name="format"
            label={t('form.format')}
            choices={FORMATS.map((format) => ({ value: format, label: t(`format.${format}`) }))}
          />
          <TextField control={control} name="place" label={t('form.place')} optional maxLength={300} />
          <TextField
            control={control}
            name="link"
            type="url"
            label={t('form.link')}
            help={t('form.linkHelp')}
            optional
            maxLength={500}
          />
          <MultiSelectField
            control={control}
            name="languages"
            label={t('form.languages')}
            optional
            choices={languages}
          />
          <LocalTimeField
            zone={zone}
            control={control}
            name="agenda_closes_at"
            label={t('form.agendaClosesAt')}
            help={t('form.agendaClosesAtHelp')}
            optional
          />
          <CheckboxField control={control} name="is_shared_with_observers" label={t('form.observers')} />
          <TextAreaField
            control={control}
            name="preparation_notes"
            label={t('form.notes')}
            help={t('form.notesHelp')}
            optional
          />
          <FormActions>
            <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
              {submitLabel}
            </Button>
          </FormActions>
        </Form>
      </CardBody>
    </Card>
  )
}

/** "15:00 in Geneva · 09:00 in New York": what the chosen time is for those who take part. */
function Elsewhere({ form }: Pick<Props, 'form'>) {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const [local, zone] = useWatch({ control: form.control, name: ['starts_at', 'time_zone'] })
  const read = readLocal(local, zone)
  if (read.kind !== 'once') return null
  const { instant } = read
  return t('form.inOtherPlaces', {
    geneva: format.time(instant, 'Europe/Zurich'),
    newYork: format.time(instant, 'America/New_York'),
    utc: format.time(instant, 'UTC'),
  })
}

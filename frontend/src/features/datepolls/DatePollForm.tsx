import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { type UseFormReturn, useFieldArray, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { listMeetingsOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { DatePollCreate } from '@/api/generated/types.gen'
import { ApiProblem, isProblem } from '@/api/problem'
import { Card, CardBody } from '@/components/Card'
import { SelectField } from '@/forms/choiceFields'
import { Form, FormActions } from '@/forms/Form'
import { NumberField } from '@/forms/NumberField'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useFormat } from '@/i18n/useFormat'
import { cityOf, zones } from '@/i18n/zonedTime'
import { LocalTimeField } from '@/time/LocalTimeField'
import { clockTimeOf, fieldValueOf, instantOf, type LocalInstant, readLocal } from '@/time/localInstant'
import classes from './DatePolls.module.css'
import type { DatePoll } from './datePollQuery'

const MOST = 20

/** A date as its field holds it: on the clocks of the form's zone. */
const date = z.object({ at: z.nullable(z.string()) })

const datePollSchema = (t: TFunction<'datepolls'>, tTime: TFunction<'time'>) =>
  z
    .object({
      title: z.string().check(z.trim(), z.minLength(1, t('form.titleMissing'))),
      candidates: z.array(date).check(z.minLength(1)),
      time_zone: z.string(),
      duration_minutes: z
        .int(t('form.durationWrong'))
        .check(z.gte(5, t('form.durationWrong')), z.lte(1440, t('form.durationWrong'))),
      deadline_at: z.nullable(z.string()),
      note: z.string(),
      meeting_id: z.nullable(z.string()),
    })
    .check(
      z.check<{ candidates: z.output<typeof date>[]; deadline_at: string | null; time_zone: string }>(
        ({ value, issues }) => {
          const seen = new Set<string>()
          const check = (typed: string | null, path: (string | number)[]) => {
            const read = readLocal(typed, value.time_zone)
            const isAgain = read.kind === 'once' && path.length > 1 && seen.has(read.instant)
            if (read.kind === 'once') seen.add(read.instant)
            if (read.kind === 'once' && !isAgain) return
            const message = isAgain
              ? t('form.dateTwice')
              : wrongTime(tTime, read.kind, typed, value.time_zone)
            issues.push({ code: 'custom', input: value, path, message, continue: true })
          }
          for (const [index, { at }] of value.candidates.entries()) check(at, ['candidates', index, 'at'])
          check(value.deadline_at, ['deadline_at'])
        },
        { when: () => true },
      ),
    )

function wrongTime(
  tTime: TFunction<'time'>,
  kind: LocalInstant['kind'],
  typed: string | null,
  zone: string,
): string {
  const told = { time: clockTimeOf(typed ?? '').slice(11), zone: cityOf(zone) }
  if (kind === 'skipped') return tTime('wrong.skipped', told)
  if (kind === 'twice') return tTime('wrong.twice', told)
  return tTime(kind === 'unknown zone' ? 'wrong.unknownZone' : 'wrong.incomplete', told)
}

export const useDatePollSchema = () => datePollSchema(useTranslation('datepolls').t, useTranslation('time').t)

/** The form's fields; its times are on the clocks of `time_zone`. */
export type DatePollFields = z.output<ReturnType<typeof datePollSchema>>

export const emptyDatePoll = (zone: string): DatePollFields => ({
  title: '',
  candidates: [{ at: null }, { at: null }],
  time_zone: zone,
  duration_minutes: 90,
  deadline_at: null,
  note: '',
  meeting_id: null,
})

export const fieldsOf = (poll: DatePoll): DatePollFields => ({
  title: poll.title,
  candidates: poll.candidates.map(({ starts_at }) => ({ at: fieldValueOf(starts_at, poll.time_zone) })),
  time_zone: poll.time_zone,
  duration_minutes: poll.duration_minutes,
  deadline_at: fieldValueOf(poll.deadline_at, poll.time_zone),
  note: poll.note,
  meeting_id: poll.meeting?.id ?? null,
})

export const bodyOf = (fields: DatePollFields): DatePollCreate => ({
  ...fields,
  candidates: fields.candidates.map(({ at }) => instantOf(at ?? '', fields.time_zone)),
  deadline_at: instantOf(fields.deadline_at ?? '', fields.time_zone),
})

interface Props {
  form: UseFormReturn<DatePollFields, unknown, DatePollFields>
  submitLabel: string
  onSubmit: (fields: DatePollFields) => Promise<unknown>
  onCancel?: () => void
}

export function DatePollForm({ form, submitLabel, onSubmit, onCancel }: Props) {
  const { t } = useTranslation(['datepolls', 'common'])
  const control = form.control
  const zone = useWatch({ control, name: 'time_zone' })
  const meetings = useQuery(
    listMeetingsOptions({
      query: { limit: 100, status: ['planned', 'agenda_open', 'agenda_circulated', 'postponed'] },
    }),
  )
  return (
    <Card>
      <CardBody>
        <Form form={form} onSubmit={(fields) => onSubmit(fields).catch(besideDates)}>
          <TextField
            control={control}
            name="title"
            label={t('form.title')}
            help={t('form.titleHelp')}
            maxLength={200}
          />
          <SelectField
            control={control}
            name="meeting_id"
            label={t('meeting')}
            help={t('form.meetingHelp')}
            choices={(meetings.data?.items ?? []).map(({ id, title, starts_at }) => ({
              value: id,
              label: `${title}, ${starts_at.slice(0, 10)}`,
            }))}
            optional
          />
          <SelectField
            control={control}
            name="time_zone"
            label={t('form.timeZone')}
            help={t('form.timeZoneHelp')}
            choices={zones().map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
          />
          <Dates form={form} zone={zone} />
          <NumberField
            control={control}
            name="duration_minutes"
            label={t('form.duration')}
            min={5}
            max={1440}
            step={5}
          />
          <LocalTimeField
            control={control}
            name="deadline_at"
            zone={zone}
            label={t('answersUntil')}
            help={t('form.deadlineHelp')}
          />
          <TextAreaField
            control={control}
            name="note"
            label={t('note')}
            help={t('form.noteHelp')}
            maxLength={10_000}
            optional
          />
          <FormActions>
            <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
              {submitLabel}
            </Button>
            {onCancel && <Button onClick={onCancel}>{t('common:action.cancel')}</Button>}
          </FormActions>
        </Form>
      </CardBody>
    </Card>
  )
}

/** The dates to choose from, each on the clocks of the zone, with what it is for the seats and the reader. */
function Dates({ form, zone }: { form: Props['form']; zone: string }) {
  const { t } = useTranslation('datepolls')
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'candidates' })
  return (
    <fieldset className={classes.dates}>
      <legend>{t('form.dates')}</legend>
      {fields.map((field, index) => (
        <div key={field.id} className={classes.dateField}>
          <LocalTimeField
            control={form.control}
            name={`candidates.${index}.at`}
            zone={zone}
            label={t('form.date', { number: index + 1 })}
          />
          {fields.length > 1 && (
            <ActionIcon
              variant="subtle"
              size={36}
              aria-label={t('form.removeDate', { number: index + 1 })}
              onClick={() => remove(index)}
            >
              <IconX size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          )}
          <Elsewhere form={form} index={index} zone={zone} />
        </div>
      ))}
      {fields.length < MOST && (
        <Button size="xs" onClick={() => append({ at: null })}>
          {t('form.addDate')}
        </Button>
      )}
    </fieldset>
  )
}

function Elsewhere({ form, index, zone }: { form: Props['form']; index: number; zone: string }) {
  const { t } = useTranslation('datepolls')
  const format = useFormat()
  const read = readLocal(useWatch({ control: form.control, name: `candidates.${index}.at` }), zone)
  const instant = read.kind === 'once' ? read.instant : null
  return (
    <p className={classes.elsewhere}>
      {instant &&
        t('form.elsewhere', {
          yours: format.time(instant),
          geneva: format.time(instant, 'Europe/Zurich'),
          newYork: format.time(instant, 'America/New_York'),
          utc: format.time(instant, 'UTC'),
        })}
    </p>
  )
}

/** What the server says of a date belongs beside the clock that was typed. */
function besideDates(error: unknown): never {
  if (!isProblem(error)) throw error
  const { status, title, type, detail = title } = error
  const errors = error.errors.map((field) => ({
    ...field,
    pointer: field.pointer.replace(/^\/candidates\/\d+$/, '$&/at'),
  }))
  throw new ApiProblem({ status, title, type, detail, errors })
}

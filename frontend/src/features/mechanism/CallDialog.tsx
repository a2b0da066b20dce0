import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { changeFundCall, createFundCall } from '@/api/generated/sdk.gen'
import type { CallBody, CallCreate } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { DateField } from '@/forms/DateField'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useReaderZone } from '@/session/useReaderZone'
import { type DayAndHour, dayAndHourOf, instantMeant, isShown } from '@/time/dayAndHour'
import { HourField } from '@/time/HourField'
import { EntryDialog, EntryForm } from './EntryDialog'

interface Props {
  /** The one that is changed; without it a new one is added. */
  call?: CallBody
  opened: boolean
  onClose: () => void
}

export function CallDialog({ opened, ...props }: Props) {
  const { t } = useTranslation('mechanism')
  const title = props.call ? t('calls.changeTitle') : t('calls.add')
  return (
    <EntryDialog title={title} opened={opened} onClose={props.onClose}>
      <CallForm {...props} />
    </EntryDialog>
  )
}

function CallForm({ call, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('mechanism')
  const { t: tTime } = useTranslation('time')
  const zone = useReaderZone()
  const schema = z
    .object({
      title: z.string().check(z.trim(), z.minLength(1, t('titleMissing'))),
      day: z.string(t('calls.closesMissing')).check(z.minLength(10, t('calls.closesMissing'))),
      hour: z.string(),
      text: z.string(),
      link: z.string().check(z.regex(/^(https?:\/\/\S+)?$/, t('linkWrong'))),
    })
    .check(z.refine((closes) => isShown(closes, zone), { path: ['hour'], error: tTime('hourSkipped') }))
  const form = useSchemaForm(schema, {
    title: call?.title ?? '',
    ...dayAndHourOf(call?.closes_at ?? null, call?.closes_on ?? null, zone),
    text: call?.text ?? '',
    link: call?.link ?? '',
  })
  const save = useMutation({
    mutationFn: async (fields: z.output<typeof schema>) => {
      const body = bodyOf(fields, zone)
      if (!call) return createFundCall({ body })
      const headers = ifMatch(`"${call.revision}"`)
      return changeFundCall({ path: { record_id: call.id }, body, headers })
    },
    onSuccess: onClose,
  })
  const { control } = form
  return (
    <EntryForm form={form} onSubmit={(fields) => save.mutateAsync(fields)} onClose={onClose}>
      <TextField control={control} name="title" label={t('titleField')} maxLength={200} />
      <DateField control={control} name="day" label={t('calls.closes')} />
      <HourField control={control} name="hour" zone={zone} />
      <TextAreaField control={control} name="text" label={t('text')} maxLength={10_000} optional />
      <TextField control={control} name="link" type="url" label={t('link')} maxLength={500} optional />
    </EntryForm>
  )
}

function bodyOf({ day, hour, ...fields }: DayAndHour & CallCreate, zone: string): CallCreate {
  const closes_at = instantMeant({ day, hour }, zone)
  return { ...fields, closes_at, ...(closes_at ? { closes_on: null, time_zone: zone } : { closes_on: day }) }
}

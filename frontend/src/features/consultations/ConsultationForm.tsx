import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { listMeetingsOptions, listWorkplanItemsOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { ConsultationCreate } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { SelectField } from '@/forms/choiceFields'
import { Form, FormActions } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useReaderZone } from '@/session/useReaderZone'
import { checkLocalTimes } from '@/time/checkLocalTimes'
import { LocalTimeField } from '@/time/LocalTimeField'
import { fieldValueOf, instantOf } from '@/time/localInstant'
import type { Consultation } from './consultationQuery'
import { ABOUT } from './consultationSearch'

const consultationSchema = (t: TFunction<'consultations'>, tTime: TFunction<'time'>, zone: string) =>
  z
    .object({
      title: z.string().check(z.trim(), z.minLength(1, t('form.titleMissing'))),
      about: z.enum(ABOUT),
      text: z.string(),
      deadline_at: z.string(t('form.deadlineMissing')).check(z.minLength(1, t('form.deadlineMissing'))),
      meeting_id: z.nullable(z.string()),
      workplan_item_id: z.nullable(z.string()),
    })
    .check(checkLocalTimes(tTime, ['deadline_at'], () => zone))

export const useConsultationSchema = () =>
  consultationSchema(useTranslation('consultations').t, useTranslation('time').t, useReaderZone())

/** The form's fields; `deadline_at` is local to the reader's zone. */
export type ConsultationFields = z.output<ReturnType<typeof consultationSchema>>

export const emptyConsultation: ConsultationFields = {
  title: '',
  about: 'other',
  text: '',
  deadline_at: '',
  meeting_id: null,
  workplan_item_id: null,
}

export const fieldsOf = (consultation: Consultation, zone: string): ConsultationFields => ({
  title: consultation.title,
  about: consultation.about,
  text: consultation.text,
  deadline_at: fieldValueOf(consultation.deadline_at, zone),
  meeting_id: consultation.meeting?.id ?? null,
  workplan_item_id: consultation.workplan_item?.id ?? null,
})

export const bodyOf = (fields: ConsultationFields, zone: string): ConsultationCreate => ({
  ...fields,
  deadline_at: instantOf(fields.deadline_at, zone),
})

interface Props {
  form: UseFormReturn<ConsultationFields, unknown, ConsultationFields>
  submitLabel: string
  onSubmit: (fields: ConsultationFields) => Promise<unknown>
}

export function ConsultationForm({ form, submitLabel, onSubmit }: Props) {
  const { t } = useTranslation('consultations')
  const zone = useReaderZone()
  const meetings = useQuery(listMeetingsOptions({ query: { limit: 100 } }))
  const items = useQuery(listWorkplanItemsOptions({ query: { limit: 100 } }))
  const control = form.control
  const choicesOf = (records: readonly { id: string; title: string }[] | undefined) =>
    (records ?? []).map(({ id, title }) => ({ value: id, label: title }))
  return (
    <Card>
      <CardBody>
        <Form form={form} onSubmit={onSubmit}>
          <TextField
            control={control}
            name="title"
            label={t('form.title')}
            help={t('form.titleHelp')}
            maxLength={200}
          />
          <TextAreaField
            control={control}
            name="text"
            label={t('form.text')}
            help={t('form.textHelp')}
            minRows={6}
            maxLength={10_000}
            optional
          />
          <LocalTimeField
            zone={zone}
            control={control}
            name="deadline_at"
            label={t('form.deadline')}
            help={t('form.deadlineHelp', { zone })}
          />
          <SelectField
            control={control}
            name="about"
            label={t('about.label')}
            choices={ABOUT.map((about) => ({ value: about, label: t(`about.${about}`) }))}
          />
          <SelectField
            control={control}
            name="meeting_id"
            label={t('form.meeting')}
            choices={choicesOf(meetings.data?.items)}
            optional
          />
          <SelectField
            control={control}
            name="workplan_item_id"
            label={t('form.item')}
            choices={choicesOf(items.data?.items)}
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

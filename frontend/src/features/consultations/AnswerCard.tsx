import { Button, Radio } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { Controller, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { answerConsultation } from '@/api/generated/sdk.gen'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { Card, CardBody } from '@/components/Card'
import { SelectField } from '@/forms/choiceFields'
import { Form, FormActions } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useSession } from '@/session/useSession'
import classes from './Consultations.module.css'
import type { Consultation } from './consultationQuery'

const KINDS = ['agree', 'comment', 'object'] as const

const answerSchema = (t: TFunction<'consultations'>, isOnBehalf: boolean) =>
  z.object({ answer: z.enum(KINDS), text: z.string(), champion: z.nullable(z.string()) }).check(
    z.refine(({ answer, text }) => answer === 'agree' || text.trim() !== '', {
      path: ['text'],
      error: t('answerForm.textMissing'),
    }),
    z.refine(({ champion }) => !isOnBehalf || champion !== null, {
      path: ['champion'],
      error: t('answerForm.championMissing'),
    }),
  )

type AnswerFields = z.output<ReturnType<typeof answerSchema>>

/** The answer of one's own champion, kept on this device until it is sent; the secretariat's on behalf of one. */
export function AnswerCard({ consultation }: { consultation: Consultation }) {
  const { t } = useTranslation('consultations')
  const isOnBehalf = useSession()?.champion == null
  const own = consultation.own_answer
  return (
    <Card
      title={t(isOnBehalf ? 'answerForm.onBehalf' : 'answerForm.title')}
      action={own && t('own', { answer: t(`answer.${own}`) })}
    >
      <CardBody>
        <AnswerForm consultation={consultation} isOnBehalf={isOnBehalf} />
      </CardBody>
    </Card>
  )
}

function AnswerForm({ consultation, isOnBehalf }: { consultation: Consultation; isOnBehalf: boolean }) {
  const { t } = useTranslation('consultations')
  const key = `consultation-answer:${consultation.id}`
  const [empty] = useState<AnswerFields>(() => ({
    answer: consultation.own_answer ?? 'agree',
    text: '',
    champion: null,
  }))
  const form = useSchemaForm<AnswerFields, AnswerFields>(answerSchema(t, isOnBehalf), keptValues(key, empty))
  const { forget } = useKeptForm(form, key, empty)
  const send = useMutation({
    mutationFn: (body: AnswerFields) =>
      answerConsultation({ path: { consultation_id: consultation.id }, body }),
    onSuccess: (_, { answer }) => {
      form.reset({ answer, text: '', champion: null })
      forget()
    },
  })
  const answer = useWatch({ control: form.control, name: 'answer' })
  return (
    <Form form={form} onSubmit={(fields) => send.mutateAsync(fields)}>
      {isOnBehalf && <ChampionField control={form.control} />}
      <Controller
        control={form.control}
        name="answer"
        render={({ field }) => (
          <Radio.Group label={t('answerForm.answer')} value={field.value} onChange={field.onChange}>
            <div className={classes.choices}>
              {KINDS.map((kind) => (
                <Radio key={kind} value={kind} label={t(`answer.${kind}`)} />
              ))}
            </div>
          </Radio.Group>
        )}
      />
      <TextAreaField
        control={form.control}
        name="text"
        label={t(`answerForm.text.${answer}`)}
        help={t('answerForm.textHelp')}
        maxLength={10_000}
        optional={answer === 'agree'}
      />
      <FormActions>
        <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
          {t(consultation.own_answer ? 'answerForm.change' : 'answerForm.send')}
        </Button>
        {send.isSuccess && !form.formState.isDirty && (
          <span role="status" className={classes.quiet}>
            {t('answerForm.sent')}
          </span>
        )}
      </FormActions>
    </Form>
  )
}

function ChampionField({
  control,
}: {
  control: ReturnType<typeof useSchemaForm<AnswerFields, AnswerFields>>['control']
}) {
  const { t } = useTranslation('consultations')
  const { data } = useQuery(listChampionsOptions({ query: { limit: 100 } }))
  return (
    <SelectField
      control={control}
      name="champion"
      label={t('answerForm.champion')}
      help={t('answerForm.championHelp')}
      choices={(data?.items ?? []).map(({ iso3, name }) => ({ value: iso3, label: name }))}
    />
  )
}

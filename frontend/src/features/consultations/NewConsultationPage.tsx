import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { createConsultation } from '@/api/generated/sdk.gen'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useReaderZone } from '@/session/useReaderZone'
import {
  bodyOf,
  type ConsultationFields,
  ConsultationForm,
  emptyConsultation,
  useConsultationSchema,
} from './ConsultationForm'

const KEY = 'consultation:new'

/** A draft; nobody is asked before it is opened. */
export function NewConsultationPage() {
  const { t } = useTranslation('consultations')
  const navigate = useNavigate()
  const zone = useReaderZone()
  const form = useSchemaForm<ConsultationFields, ConsultationFields>(
    useConsultationSchema(),
    keptValues(KEY, emptyConsultation),
  )
  const { forget } = useKeptForm(form, KEY, emptyConsultation)
  const create = useMutation({
    mutationFn: (fields: ConsultationFields) => createConsultation({ body: bodyOf(fields, zone) }),
    onSuccess: ({ data }) => {
      forget()
      return navigate({ to: '/consultations/$consultationId', params: { consultationId: data.id } })
    },
  })
  return (
    <>
      <PageHeader
        trail={<TextLink to="/consultations">{t('title')}</TextLink>}
        title={t('form.newTitle')}
        summary={t('form.newSummary')}
      />
      <ConsultationForm
        form={form}
        submitLabel={t('form.create')}
        onSubmit={(fields) => create.mutateAsync(fields)}
      />
    </>
  )
}

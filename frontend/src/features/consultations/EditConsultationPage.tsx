import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { changeConsultation, getConsultation } from '@/api/generated/sdk.gen'
import { ifMatch, type Versioned, withEtag } from '@/api/record'
import { FormConflict } from '@/autosave/FormConflict'
import { useGuardedSave } from '@/autosave/useGuardedSave'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useReaderZone } from '@/session/useReaderZone'
import { instantOf } from '@/time/localInstant'
import {
  type ConsultationFields,
  ConsultationForm,
  fieldsOf,
  useConsultationSchema,
} from './ConsultationForm'
import { type Consultation, consultationQuery } from './consultationQuery'

export function EditConsultationPage({ id }: { id: string }) {
  const query = useQuery(consultationQuery(id))
  return <QueryState query={query}>{(start) => <Editor key={id} start={start} />}</QueryState>
}

function Editor({ start }: { start: Versioned<Consultation> }) {
  const { t } = useTranslation('consultations')
  const navigate = useNavigate()
  const zone = useReaderZone()
  const path = { consultation_id: start.data.id }
  const form = useSchemaForm<ConsultationFields, ConsultationFields>(
    useConsultationSchema(),
    fieldsOf(start.data, zone),
  )
  const send = useMutation({
    mutationFn: ({ changes, etag }: { changes: Partial<ConsultationFields>; etag: string }) =>
      changeConsultation({
        path,
        headers: ifMatch(etag),
        body: {
          ...changes,
          ...(changes.deadline_at && { deadline_at: instantOf(changes.deadline_at, zone) }),
        },
      }),
    onSuccess: () =>
      navigate({ to: '/consultations/$consultationId', params: { consultationId: start.data.id } }),
  })
  const guarded = useGuardedSave<ConsultationFields>({
    start: { data: fieldsOf(start.data, zone), etag: start.etag },
    save: (changes, etag) => send.mutateAsync({ changes, etag }),
    load: async () => {
      const { data, etag } = await withEtag(getConsultation({ path }))
      return { data: fieldsOf(data, zone), etag }
    },
  })
  const labels: Record<keyof ConsultationFields, string> = {
    title: t('form.title'),
    about: t('about.label'),
    text: t('form.text'),
    deadline_at: t('form.deadline'),
    meeting_id: t('form.meeting'),
    workplan_item_id: t('form.item'),
  }
  return (
    <>
      <PageHeader
        trail={
          <TextLink to="/consultations/$consultationId" params={{ consultationId: start.data.id }}>
            {start.data.title}
          </TextLink>
        }
        title={t('form.editTitle')}
      />
      <ConsultationForm form={form} submitLabel={t('form.save')} onSubmit={guarded.submit} />
      <FormConflict form={form} conflict={guarded.conflict} labels={labels} resolve={guarded.resolve} />
    </>
  )
}

import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeProcess, deleteProcess } from '@/api/generated/sdk.gen'
import { ifMatch, type Versioned } from '@/api/record'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { ProcessForm } from './ProcessForm'
import { type Process, processQuery } from './processQuery'
import { type ProcessValues, processBody } from './schemas'

export function EditProcessPage({ id }: { id: string }) {
  const query = useQuery({ ...processQuery(id), refetchOnWindowFocus: false })
  return <QueryState query={query}>{(record) => <EditProcess record={record} />}</QueryState>
}

function EditProcess({ record }: { record: Versioned<Process> }) {
  const { t } = useTranslation('processes')
  const navigate = useNavigate()
  const { data: process, etag } = record
  const change = useMutation({
    mutationFn: (values: ProcessValues) =>
      changeProcess({ path: { process_id: process.id }, body: processBody(values), headers: ifMatch(etag) }),
    onSuccess: () => navigate({ to: '/processes/$processId', params: { processId: process.id } }),
  })
  return (
    <>
      <PageHeader
        title={t('form.editTitle')}
        trail={
          <TextLink to="/processes/$processId" params={{ processId: process.id }}>
            {process.title}
          </TextLink>
        }
        action={process.actions.includes('delete') && <Remove record={record} />}
      />
      <ProcessForm
        values={valuesOf(process)}
        submitLabel={t('form.save')}
        onSubmit={(values) => change.mutateAsync(values)}
      />
    </>
  )
}

function valuesOf(process: Process): ProcessValues {
  const { kind, title, about, starts_on, ends_on, commission, place, outcome, link, confidence } = process
  return {
    kind,
    title,
    about,
    starts_on,
    ends_on: ends_on === starts_on ? null : ends_on,
    commission,
    round: process.round ? String(process.round) : '',
    place,
    outcome,
    link,
    source: process.source ?? '',
    confidence,
  }
}

function Remove({ record }: { record: Versioned<Process> }) {
  const { t } = useTranslation('processes')
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const { data: process, etag } = record
  const remove = useMutation({
    mutationFn: () => deleteProcess({ path: { process_id: process.id }, headers: ifMatch(etag) }),
    onSuccess: () => navigate({ to: '/processes' }),
  })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('form.delete')}</Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('form.deleteTitle')}
        confirmLabel={t('form.delete')}
        tone="danger"
        onConfirm={() => remove.mutateAsync()}
      >
        <p>{t('form.deleteText', { title: process.title })}</p>
      </ConfirmDialog>
    </>
  )
}

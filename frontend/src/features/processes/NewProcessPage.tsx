import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { createProcess } from '@/api/generated/sdk.gen'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import { ProcessForm } from './ProcessForm'
import { type ProcessValues, processBody } from './schemas'

const EMPTY = {
  title: '',
  about: '',
  starts_on: '',
  ends_on: null,
  commission: null,
  round: '',
  place: '',
  outcome: '',
  link: '',
  source: '',
  confidence: null,
}

export function NewProcessPage() {
  const { t } = useTranslation('processes')
  const navigate = useNavigate()
  const create = useMutation({
    mutationFn: (values: ProcessValues) => createProcess({ body: processBody(values) }),
    onSuccess: ({ data }) => navigate({ to: '/processes/$processId', params: { processId: data.id } }),
  })
  return (
    <>
      <PageHeader
        title={t('form.newTitle')}
        summary={t('form.newSummary')}
        trail={<TextLink to="/processes">{t('title')}</TextLink>}
      />
      <ProcessForm
        values={EMPTY}
        submitLabel={t('form.create')}
        onSubmit={(values) => create.mutateAsync(values)}
      />
    </>
  )
}

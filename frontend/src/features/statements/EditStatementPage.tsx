import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { changeStatement, getStatement } from '@/api/generated/sdk.gen'
import { ifMatch, type Versioned, withEtag } from '@/api/record'
import { FormConflict } from '@/autosave/FormConflict'
import { useGuardedSave } from '@/autosave/useGuardedSave'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { changeOf, fieldsOf, type StatementFields, StatementForm, useStatementSchema } from './StatementForm'
import { type Statement, statementQuery } from './statementQuery'

export function EditStatementPage({ id }: { id: string }) {
  const query = useQuery(statementQuery(id))
  return <QueryState query={query}>{(start) => <Editor key={id} start={start} />}</QueryState>
}

function Editor({ start }: { start: Versioned<Statement> }) {
  const { t } = useTranslation('statements')
  const navigate = useNavigate()
  const path = { statement_id: start.data.id }
  const form = useSchemaForm<StatementFields, StatementFields>(useStatementSchema(), fieldsOf(start.data))
  const send = useMutation({
    mutationFn: ({ changes, etag }: { changes: Partial<StatementFields>; etag: string }) =>
      changeStatement({ path, headers: ifMatch(etag), body: changeOf(changes) }),
    onSuccess: () => navigate({ to: '/statements/$statementId', params: { statementId: start.data.id } }),
  })
  const guarded = useGuardedSave<StatementFields>({
    start: { data: fieldsOf(start.data), etag: start.etag },
    save: (changes, etag) => send.mutateAsync({ changes, etag }),
    load: async () => {
      const { data, etag } = await withEtag(getStatement({ path }))
      return { data: fieldsOf(data), etag }
    },
  })
  const labels: Record<keyof StatementFields, string> = {
    title: t('form.title'),
    purpose: t('form.purpose'),
    process: t('form.process'),
    objectives: t('form.objectives'),
    event: t('form.event'),
    due_on: t('form.dueOn'),
    languages: t('form.languages'),
    drafters: t('form.drafters'),
    visibility: t('form.visibility'),
  }
  return (
    <>
      <PageHeader
        trail={
          <TextLink to="/statements/$statementId" params={{ statementId: start.data.id }}>
            {start.data.title}
          </TextLink>
        }
        title={t('form.editTitle')}
      />
      <StatementForm form={form} submitLabel={t('form.save')} onSubmit={guarded.submit} />
      <FormConflict form={form} conflict={guarded.conflict} labels={labels} resolve={guarded.resolve} />
    </>
  )
}

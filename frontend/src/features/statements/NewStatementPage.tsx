import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { createStatement } from '@/api/generated/sdk.gen'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import type { Start } from '@/contributions/startSearch'
import { useSchemaForm } from '@/forms/useSchemaForm'
import {
  bodyOf,
  emptyStatement,
  type StatementFields,
  StatementForm,
  useStatementSchema,
} from './StatementForm'

const KEY = 'statement:new'

/** A title makes a draft; its first text is written next. */
export function NewStatementPage({ start }: { start: Start }) {
  const { t } = useTranslation('statements')
  const navigate = useNavigate()
  const form = useSchemaForm<StatementFields, StatementFields>(
    useStatementSchema(),
    keptValues(KEY, {
      ...emptyStatement,
      process: start.process ?? null,
      objectives: start.objective ? [String(start.objective)] : [],
    }),
  )
  const { forget } = useKeptForm(form, KEY, emptyStatement)
  const create = useMutation({
    mutationFn: (fields: StatementFields) => createStatement({ body: bodyOf(fields) }),
    onSuccess: ({ data }) => {
      forget()
      return navigate({ to: '/statements/$statementId/write', params: { statementId: data.id } })
    },
  })
  return (
    <>
      <PageHeader
        trail={<TextLink to="/statements">{t('title')}</TextLink>}
        title={t('form.newTitle')}
        summary={t('form.newSummary')}
      />
      <StatementForm
        form={form}
        submitLabel={t('form.create')}
        onSubmit={(fields) => create.mutateAsync(fields)}
      />
    </>
  )
}

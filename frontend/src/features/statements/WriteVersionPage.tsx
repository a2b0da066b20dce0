import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import {
  getStatementVersionOptions,
  listStatementRemarksOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import { writeStatementVersion } from '@/api/generated/sdk.gen'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { Card, CardBody } from '@/components/Card'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { SelectField } from '@/forms/choiceFields'
import { Form, FormActions } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { LANGUAGE_TAGS } from '@/i18n/languages'
import { nextText } from './nextText'
import { type Statement, statementQuery } from './statementQuery'
import { useStatementChoices } from './useStatementChoices'

/** The next version begins with the newest text, and with the amendments to it that were accepted. */
export function WriteVersionPage({ id }: { id: string }) {
  const query = useQuery(statementQuery(id))
  return (
    <QueryState query={query}>
      {({ data }) =>
        data.versions.length > 0 ? <FromNewest statement={data} /> : <Writing statement={data} text="" />
      }
    </QueryState>
  )
}

function FromNewest({ statement }: { statement: Statement }) {
  const number = statement.versions[0]?.number ?? 1
  const path = { statement_id: statement.id }
  const version = useQuery(getStatementVersionOptions({ path: { ...path, number } }))
  const remarks = useQuery(
    listStatementRemarksOptions({ path, query: { version: number, status: 'accepted', limit: 100 } }),
  )
  return (
    <QueryState query={version}>
      {(newest) => (
        <QueryState query={remarks}>
          {({ items }) => (
            <Writing key={newest.number} statement={statement} text={nextText(newest, items)} />
          )}
        </QueryState>
      )}
    </QueryState>
  )
}

function Writing({ statement, text }: { statement: Statement; text: string }) {
  const { t } = useTranslation('statements')
  const navigate = useNavigate()
  const choices = useStatementChoices()
  const newest = statement.versions[0]
  const key = `statement:${statement.id}:${(newest?.number ?? 0) + 1}`
  const schema = z.object({
    text: z.string().check(z.trim(), z.minLength(1, t('write.textMissing'))),
    language: z.enum(LANGUAGE_TAGS),
    note: z.string(),
    translates: z.nullable(z.string()),
  })
  type Fields = z.output<typeof schema>
  const empty: Fields = { text, language: newest?.language ?? 'en', note: '', translates: null }
  const form = useSchemaForm<Fields, Fields>(schema, keptValues(key, empty))
  const { forget } = useKeptForm(form, key, empty)
  const write = useMutation({
    mutationFn: ({ translates, ...fields }: Fields) =>
      writeStatementVersion({
        path: { statement_id: statement.id },
        body: { ...fields, translates: translates ? Number(translates) : null },
      }),
    onSuccess: ({ data }) => {
      forget()
      return navigate({
        to: '/statements/$statementId',
        params: { statementId: statement.id },
        search: { version: data.number },
      })
    },
  })
  return (
    <>
      <PageHeader
        trail={
          <TextLink to="/statements/$statementId" params={{ statementId: statement.id }}>
            {statement.title}
          </TextLink>
        }
        title={t('write.title', { number: (newest?.number ?? 0) + 1 })}
        summary={t('write.summary')}
      />
      <Card>
        <CardBody>
          <Form form={form} onSubmit={(fields) => write.mutateAsync(fields)}>
            <TextAreaField
              control={form.control}
              name="text"
              label={t('text.title')}
              help={t('write.textHelp')}
              minRows={14}
              maxLength={50_000}
            />
            <SelectField
              control={form.control}
              name="language"
              label={t('write.language')}
              choices={choices.languages}
            />
            {statement.versions.length > 0 && (
              <SelectField
                control={form.control}
                name="translates"
                label={t('write.translates')}
                help={t('write.translatesHelp')}
                choices={statement.versions.map(({ number }) => ({
                  value: String(number),
                  label: String(number),
                }))}
                optional
              />
            )}
            <TextField
              control={form.control}
              name="note"
              label={t('write.note')}
              help={t('write.noteHelp')}
              maxLength={300}
              optional
            />
            <FormActions>
              <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
                {t('write.save')}
              </Button>
            </FormActions>
          </Form>
        </CardBody>
      </Card>
    </>
  )
}

import { Button } from '@mantine/core'
import type { TFunction } from 'i18next'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import type { StatementChange, StatementCreate } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { MultiSelectField, SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { Form, FormActions } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { LANGUAGE_TAGS } from '@/i18n/languages'
import type { Statement } from './statementQuery'
import { useStatementChoices } from './useStatementChoices'

const statementSchema = (t: TFunction<'statements'>) =>
  z.object({
    title: z.string().check(z.trim(), z.minLength(1, t('form.titleMissing'))),
    purpose: z.string(),
    process: z.nullable(z.string()),
    event: z.string(),
    due_on: z.nullable(z.string()),
    objectives: z.array(z.string()),
    languages: z.array(z.enum(LANGUAGE_TAGS)),
    drafters: z.array(z.string()),
    visibility: z.enum(['public', 'members', 'private']),
  })

export const useStatementSchema = () => statementSchema(useTranslation('statements').t)

export type StatementFields = z.output<ReturnType<typeof statementSchema>>

export const emptyStatement: StatementFields = {
  title: '',
  purpose: '',
  process: null,
  event: '',
  due_on: null,
  objectives: [],
  languages: [],
  drafters: [],
  visibility: 'members',
}

/** What changed, as the API takes it. */
export const changeOf = ({ objectives, ...fields }: Partial<StatementFields>): StatementChange => ({
  ...fields,
  ...(objectives && { objectives: objectives.map(Number) }),
})

export const bodyOf = ({ title, ...fields }: StatementFields): StatementCreate => ({
  title,
  ...changeOf(fields),
})

export const fieldsOf = (statement: Statement): StatementFields => ({
  title: statement.title,
  purpose: statement.purpose,
  process: statement.process,
  event: statement.event,
  due_on: statement.due_on,
  objectives: statement.objectives.map(String),
  languages: statement.languages,
  drafters: statement.drafters.map(({ iso3 }) => iso3),
  visibility: statement.visibility,
})

interface Props {
  form: UseFormReturn<StatementFields, unknown, StatementFields>
  submitLabel: string
  onSubmit: (fields: StatementFields) => Promise<unknown>
}

/** What is said about a statement; its text is written version by version. */
export function StatementForm({ form, submitLabel, onSubmit }: Props) {
  const { t } = useTranslation('statements')
  const choices = useStatementChoices()
  const control = form.control
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
            name="purpose"
            label={t('form.purpose')}
            help={t('form.purposeHelp')}
            maxLength={10_000}
            optional
          />
          <SelectField
            control={control}
            name="process"
            label={t('form.process')}
            choices={choices.processes}
            optional
          />
          <TextField
            control={control}
            name="event"
            label={t('form.event')}
            help={t('form.eventHelp')}
            maxLength={300}
            optional
          />
          <DateField control={control} name="due_on" label={t('form.dueOn')} optional />
          <MultiSelectField
            control={control}
            name="drafters"
            label={t('form.drafters')}
            help={t('form.draftersHelp')}
            choices={choices.champions}
            optional
          />
          <MultiSelectField
            control={control}
            name="objectives"
            label={t('form.objectives')}
            choices={choices.objectives}
            optional
          />
          <MultiSelectField
            control={control}
            name="languages"
            label={t('form.languages')}
            choices={choices.languages}
            optional
          />
          <SelectField
            control={control}
            name="visibility"
            label={t('form.visibility')}
            help={t('form.visibilityHelp')}
            choices={choices.visibilities}
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

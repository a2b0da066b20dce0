import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { makeStatementRemark } from '@/api/generated/sdk.gen'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { SelectField } from '@/forms/choiceFields'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useSession } from '@/session/useSession'
import classes from './Statements.module.css'
import type { Statement, Version } from './statementQuery'
import { useStatementChoices } from './useStatementChoices'

interface Props {
  statement: Statement
  version: Version
  /** From 1. */
  paragraph: number
  onClose: () => void
}

const KINDS = ['comment', 'amendment'] as const

/** A comment on a paragraph, or the paragraph as it should read. Kept on this device until it is sent. */
export function RemarkDialog(props: Props) {
  const { t } = useTranslation('statements')
  return (
    <Modal opened onClose={props.onClose} title={t('remark.on', { number: props.paragraph })} size="lg">
      <RemarkForm {...props} />
    </Modal>
  )
}

function RemarkForm({ statement, version, paragraph, onClose }: Props) {
  const { t } = useTranslation(['statements', 'common'])
  const isOnBehalf = !useSession()?.champion
  const { champions } = useStatementChoices()
  const quoted = version.paragraphs[paragraph - 1] ?? ''
  const key = `remark:${statement.id}:${version.number}:${paragraph}`
  const schema = z
    .object({
      kind: z.enum(KINDS),
      text: z.string(),
      proposed: z.string(),
      champion: z
        .nullable(z.string())
        .check(z.refine((chosen) => !isOnBehalf || chosen !== null, t('silence.championMissing'))),
    })
    .check(
      z.refine(({ kind, text }) => kind !== 'comment' || text.trim() !== '', {
        path: ['text'],
        error: t('remark.textMissing'),
      }),
      z.refine(({ kind, proposed }) => kind !== 'amendment' || proposed.trim() !== quoted, {
        path: ['proposed'],
        error: t('remark.unchanged'),
      }),
    )
  const empty: z.output<typeof schema> = { kind: 'comment', text: '', proposed: quoted, champion: null }
  const form = useSchemaForm(schema, keptValues(key, empty))
  const { forget } = useKeptForm(form, key, empty)
  const kind = useWatch({ control: form.control, name: 'kind' })
  const make = useMutation({
    mutationFn: ({ proposed, ...fields }: z.output<typeof schema>) =>
      makeStatementRemark({
        path: { statement_id: statement.id },
        body: {
          ...fields,
          version: version.number,
          paragraph,
          ...(fields.kind === 'amendment' && { proposed }),
        },
      }),
    onSuccess: () => {
      forget()
      onClose()
    },
  })
  return (
    <Form form={form} onSubmit={(fields) => make.mutateAsync(fields)}>
      <blockquote className={classes.remark} dir="auto">
        {quoted}
      </blockquote>
      <SelectField
        control={form.control}
        name="kind"
        label={t('remark.what')}
        choices={KINDS.map((value) => ({ value, label: t(`remark.choice.${value}`) }))}
      />
      {kind === 'amendment' && (
        <TextAreaField
          control={form.control}
          name="proposed"
          label={t('remark.proposed')}
          help={t('remark.proposedHelp')}
          minRows={4}
          maxLength={10_000}
        />
      )}
      <TextAreaField
        control={form.control}
        name="text"
        label={t(kind === 'amendment' ? 'remark.why' : 'remark.text')}
        minRows={3}
        maxLength={10_000}
        optional={kind === 'amendment'}
      />
      {isOnBehalf && (
        <SelectField control={form.control} name="champion" label={t('champion')} choices={champions} />
      )}
      <DialogActions form={form} onClose={onClose}>
        {t('remark.send')}
      </DialogActions>
    </Form>
  )
}

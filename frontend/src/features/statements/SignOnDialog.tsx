import { Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { listCountriesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { signStatement } from '@/api/generated/sdk.gen'
import { SelectField } from '@/forms/choiceFields'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import type { Statement } from './statementQuery'

interface Props {
  statement: Statement
  opened: boolean
  onClose: () => void
}

/** The chairs record who else joins: another State, or somebody by name. */
export function SignOnDialog({ statement, opened, onClose }: Props) {
  const { t } = useTranslation('statements')
  return (
    <Modal opened={opened} onClose={onClose} title={t('signOn.other')}>
      <SignOnForm statement={statement} onClose={onClose} />
    </Modal>
  )
}

function SignOnForm({ statement, onClose }: Omit<Props, 'opened'>) {
  const { t, i18n } = useTranslation(['statements', 'common'])
  const countries = useQuery(listCountriesOptions()).data?.items ?? []
  const choices = countries
    .map(({ iso3, name }) => ({ value: iso3, label: name }))
    .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language))
  const schema = z.object({ state: z.nullable(z.string()), name: z.string() }).check(
    z.refine(({ state, name }) => Boolean(state) !== Boolean(name.trim()), {
      path: ['state'],
      error: t('signOn.eitherOr'),
    }),
  )
  const form = useSchemaForm(schema, { state: null, name: '' })
  const record = useMutation({
    mutationFn: ({ state, name }: z.output<typeof schema>) =>
      signStatement({
        path: { statement_id: statement.id },
        body: state ? { state } : { name: name.trim() },
      }),
    onSuccess: onClose,
  })
  return (
    <Form form={form} onSubmit={(fields) => record.mutateAsync(fields)}>
      <SelectField control={form.control} name="state" label={t('signOn.state')} choices={choices} optional />
      <TextField
        control={form.control}
        name="name"
        label={t('signOn.name')}
        help={t('signOn.nameHelp')}
        maxLength={200}
        optional
      />
      <DialogActions form={form} onClose={onClose}>
        {t('signOn.record')}
      </DialogActions>
    </Form>
  )
}

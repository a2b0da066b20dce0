import { Button, Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { replaceCochair } from '@/api/generated/sdk.gen'
import { ifMatch, type Versioned } from '@/api/record'
import { SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { Form, FormActions } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import type { Term } from './termQuery'

interface Props {
  opened: boolean
  onClose: () => void
  record: Versioned<Term>
}

/** A co-chair leaves its seat before the term is over, and another champion takes it. */
export function ReplaceDialog({ opened, onClose, record }: Props) {
  const { t } = useTranslation('cochairs')
  return (
    <Modal opened={opened} onClose={onClose} title={t('replace.title')}>
      <ReplaceForm onClose={onClose} record={record} />
    </Modal>
  )
}

function ReplaceForm({ onClose, record }: Omit<Props, 'opened'>) {
  const { t, i18n } = useTranslation(['cochairs', 'common'])
  const { data: term, etag } = record
  const seated = [...new Map(term.seats.map(({ champion }) => [champion.iso3, champion])).values()]
  const champions = useQuery(listChampionsOptions({ query: { limit: 100 } })).data?.items ?? []
  const required = (message: string) => z.string(message).check(z.minLength(3, message))
  const form = useSchemaForm(
    z.object({
      leaving: required(t('form.championMissing')),
      joining: required(t('form.championMissing')),
      from: required(t('form.startsOnMissing')),
      reason: required(t('replace.reasonMissing')),
    }),
    { leaving: '', joining: '', from: '', reason: '' },
  )
  const replace = useMutation({
    mutationFn: (body: { leaving: string; joining: string; from: string; reason: string }) =>
      replaceCochair({ path: { term_id: term.id }, body, headers: ifMatch(etag) }),
    onSuccess: onClose,
  })
  return (
    <Form form={form} onSubmit={(values) => replace.mutateAsync(values)}>
      <SelectField
        control={form.control}
        name="leaving"
        label={t('replace.leaving')}
        choices={seated.map(({ iso3, name }) => ({ value: iso3, label: name }))}
      />
      <SelectField
        control={form.control}
        name="joining"
        label={t('replace.joining')}
        choices={champions
          .map(({ iso3, name }) => ({ value: iso3, label: name }))
          .sort((one, other) => one.label.localeCompare(other.label, i18n.language))}
      />
      <DateField
        control={form.control}
        name="from"
        label={t('replace.from')}
        help={t('replace.fromHelp')}
        min={term.starts_on}
        max={term.ends_on}
      />
      <TextAreaField
        control={form.control}
        name="reason"
        label={t('replace.reason')}
        help={t('replace.reasonHelp')}
        maxLength={1000}
      />
      <FormActions>
        <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
          {t('replace.action')}
        </Button>
        <Button onClick={onClose}>{t('common:action.cancel')}</Button>
      </FormActions>
    </Form>
  )
}

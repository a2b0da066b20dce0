import { Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { getChampionOptions, listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { changeProcess } from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import { SelectField } from '@/forms/choiceFields'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { leadFieldsOf } from './leadFields'
import type { Process } from './processQuery'

interface Props {
  process: Process
  etag: string
  opened: boolean
  onClose: () => void
}

/** Names one more champion that leads, with a person of its own where one is known. */
export function LeadDialog({ opened, ...props }: Props) {
  const { t } = useTranslation('processes')
  return (
    <Modal opened={opened} onClose={props.onClose} title={t('leads.title')}>
      <LeadForm {...props} />
    </Modal>
  )
}

function LeadForm({ process, etag, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['processes', 'common'])
  const schema = z.object({
    champion: z.string(t('leads.championMissing')).check(z.minLength(3, t('leads.championMissing'))),
    person_id: z.nullable(z.string()),
    task: z.string(),
  })
  const form = useSchemaForm(schema, { champion: '', person_id: null, task: '' })
  const champions = useQuery(listChampionsOptions({ query: { limit: 100 } })).data?.items ?? []
  const leading = new Set(process.leads.map(({ champion }) => champion.iso3))
  const champion = useWatch({ control: form.control, name: 'champion' })
  const chosen = champions.find(({ iso3 }) => iso3 === champion)
  const people = useQuery({
    ...getChampionOptions({ path: { champion_id: chosen?.id ?? '' } }),
    enabled: chosen !== undefined,
  }).data?.focal_points
  // biome-ignore lint/correctness/useExhaustiveDependencies: a person is one of the champion's, so another champion takes the choice away
  useEffect(() => form.setValue('person_id', null), [champion])
  const save = useMutation({
    mutationFn: (lead: z.output<typeof schema>) =>
      changeProcess({
        path: { process_id: process.id },
        body: { leads: [...leadFieldsOf(process), lead] },
        headers: ifMatch(etag),
      }),
    onSuccess: onClose,
  })
  const { control } = form
  return (
    <Form form={form} onSubmit={(lead) => save.mutateAsync(lead)}>
      <SelectField
        control={control}
        name="champion"
        label={t('leads.champion')}
        choices={champions
          .filter(({ iso3 }) => !leading.has(iso3))
          .map(({ iso3, name }) => ({ value: iso3, label: name }))}
      />
      <SelectField
        control={control}
        name="person_id"
        label={t('leads.person')}
        help={t('leads.personHelp')}
        choices={(people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      <TextField
        control={control}
        name="task"
        label={t('leads.task')}
        help={t('leads.taskHelp')}
        maxLength={300}
        optional
      />
      <DialogActions form={form} onClose={onClose}>
        {t('leads.save')}
      </DialogActions>
    </Form>
  )
}

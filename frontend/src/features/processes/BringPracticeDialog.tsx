import { Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { listPracticesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { linkProcessPractice } from '@/api/generated/sdk.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { EmptyState } from '@/components/EmptyState'
import { SelectField } from '@/forms/choiceFields'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useSession } from '@/session/useSession'
import type { Process } from './processQuery'

interface Props {
  process: Process
  opened: boolean
  onClose: () => void
}

/** One of the champion's published practices; for the chairs, anybody's. */
export function BringPracticeDialog({ opened, ...props }: Props) {
  const { t } = useTranslation('processes')
  return (
    <Modal opened={opened} onClose={props.onClose} title={t('bring.title')}>
      <BringForm {...props} />
    </Modal>
  )
}

function BringForm({ process, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['processes', 'common'])
  const iso3 = useSession()?.champion?.iso3
  const isChair = process.actions.includes('change')
  const schema = z.object({
    practice: z.string(t('bring.missing')).check(z.minLength(1, t('bring.missing'))),
  })
  const form = useSchemaForm(schema, { practice: '' })
  const query = useQuery(
    listPracticesOptions({
      query: {
        status: ['published'],
        sort: 'title',
        limit: 100,
        ...(!isChair && iso3 && { champion: iso3 }),
      },
    }),
  )
  const bring = useMutation({
    mutationFn: ({ practice }: z.output<typeof schema>) =>
      linkProcessPractice({ path: { process_id: process.id, practice_id: practice } }),
    onSuccess: onClose,
  })
  if (query.data?.items.length === 0) {
    return (
      <EmptyState
        title={t('bring.none')}
        action={
          <ButtonLink to="/practices/new" variant="filled">
            {t('bring.write')}
          </ButtonLink>
        }
      />
    )
  }
  return (
    <Form form={form} onSubmit={(fields) => bring.mutateAsync(fields)}>
      <SelectField
        control={form.control}
        name="practice"
        label={t('bring.practice')}
        choices={(query.data?.items ?? []).map(({ id, title, champion }) => ({
          value: id,
          label: isChair ? `${title} (${champion.name})` : title,
        }))}
      />
      <DialogActions form={form} onClose={onClose}>
        {t('bring.save')}
      </DialogActions>
    </Form>
  )
}

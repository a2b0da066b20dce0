import { Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { prepareInvitation } from '@/api/generated/sdk.gen'
import type { InvitationChange } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { CheckboxField, MultiSelectField } from '@/forms/choiceFields'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import type { Invitation } from './attendanceQuery'

const DAYS = [30, 14, 7, 3, 2, 1]

interface Props {
  invitation: Invitation
  etag: string
  opened: boolean
  onClose: () => void
}

/** Who is invited, what they are told beside the facts, and when they are reminded. */
export function PrepareInvitationDialog({ invitation, etag, opened, onClose }: Props) {
  const { t } = useTranslation('attendance')
  return (
    <Modal opened={opened} onClose={onClose} title={t('invitation.prepare')}>
      <PrepareForm invitation={invitation} etag={etag} onClose={onClose} />
    </Modal>
  )
}

function PrepareForm({ invitation, etag, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['attendance', 'common'])
  const { data: champions } = useQuery(listChampionsOptions({ query: { limit: 100 } }))
  const schema = z.object({
    champions: z.array(z.string()),
    with_observers: z.boolean(),
    note: z.string().check(z.maxLength(2000, t('prepare.noteLong'))),
    remind_days_before: z.array(z.string()),
  })
  const form = useSchemaForm(schema, {
    champions: invitation.champions.map(({ iso3 }) => iso3),
    with_observers: invitation.with_observers,
    note: invitation.note,
    remind_days_before: invitation.remind_days_before.map(String),
  })
  const save = useMutation({
    mutationFn: (body: InvitationChange) =>
      prepareInvitation({ path: { meeting_id: invitation.id }, headers: ifMatch(etag), body }),
    onSuccess: onClose,
  })
  const days = [...new Set([...DAYS, ...invitation.remind_days_before])].sort((a, b) => b - a)
  return (
    <Form
      form={form}
      onSubmit={({ remind_days_before: chosen, ...rest }) =>
        save.mutateAsync({ ...rest, remind_days_before: chosen.map(Number) })
      }
    >
      <MultiSelectField
        control={form.control}
        name="champions"
        label={t('prepare.champions')}
        help={t('prepare.championsHelp')}
        choices={(champions?.items ?? []).map(({ iso3, name }) => ({ value: iso3, label: name }))}
        optional
      />
      <CheckboxField control={form.control} name="with_observers" label={t('prepare.observers')} />
      <TextAreaField
        control={form.control}
        name="note"
        label={t('prepare.note')}
        help={t('prepare.noteHelp')}
        maxLength={2000}
        optional
      />
      <MultiSelectField
        control={form.control}
        name="remind_days_before"
        label={t('prepare.reminders')}
        help={t('prepare.remindersHelp')}
        choices={days.map((day) => ({ value: String(day), label: t('prepare.days', { count: day }) }))}
        max={5}
        optional
      />
      <DialogActions form={form} onClose={onClose}>
        {t('details.save')}
      </DialogActions>
    </Form>
  )
}

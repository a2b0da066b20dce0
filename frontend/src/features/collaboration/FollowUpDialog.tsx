import { Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { listActivitiesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { followUpCollaborationContact } from '@/api/generated/sdk.gen'
import type { ContactBody } from '@/api/generated/types.gen'
import { SelectField } from '@/forms/choiceFields'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'

interface Props {
  letter: ContactBody
  onClose: () => void
}

const OUTCOMES = ['activity', 'talking', 'nothing'] as const

/** Whether a letter came to something: an activity, still talking, or nothing. */
export function FollowUpDialog({ letter, onClose }: Props) {
  const { t } = useTranslation(['collaboration', 'common'])
  const activities = useQuery(
    listActivitiesOptions({ query: { champion: letter.champion.iso3, limit: 100 } }),
  )
  const schema = z
    .object({ outcome: z.enum(OUTCOMES), activity_id: z.nullable(z.string()), note: z.string() })
    .check(
      z.refine(({ outcome, activity_id }) => outcome !== 'activity' || activity_id !== null, {
        path: ['activity_id'],
        error: t('followUp.activityMissing'),
      }),
    )
  const form = useSchemaForm(schema, { outcome: 'talking', activity_id: null, note: letter.outcome_note })
  const outcome = form.watch('outcome')
  const tell = useMutation({
    mutationFn: ({ activity_id, ...body }: z.output<typeof schema>) =>
      followUpCollaborationContact({
        path: { contact_id: letter.id },
        body: { ...body, ...(body.outcome === 'activity' && activity_id && { activity_id }) },
      }),
    onSuccess: onClose,
  })
  return (
    <Modal opened onClose={onClose} title={t('followUp.title')}>
      <Form form={form} onSubmit={(fields) => tell.mutateAsync(fields)}>
        <SelectField
          control={form.control}
          name="outcome"
          label={t('followUp.question')}
          choices={OUTCOMES.map((value) => ({ value, label: t(`followUp.outcome.${value}`) }))}
        />
        {outcome === 'activity' && (
          <SelectField
            control={form.control}
            name="activity_id"
            label={t('followUp.activity')}
            help={t('followUp.activityHelp')}
            choices={(activities.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <TextAreaField
          control={form.control}
          name="note"
          label={t('followUp.note')}
          minRows={2}
          maxLength={1000}
          optional
        />
        <DialogActions form={form} onClose={onClose} />
      </Form>
    </Modal>
  )
}

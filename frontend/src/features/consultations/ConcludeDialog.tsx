import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { concludeConsultation } from '@/api/generated/sdk.gen'
import { SelectField } from '@/forms/choiceFields'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import classes from './Consultations.module.css'
import type { Consultation } from './consultationQuery'
import { useTally } from './useTally'

const OUTCOMES = ['agreed', 'agreed_with_changes', 'not_agreed', 'to_be_discussed'] as const

interface Props {
  consultation: Consultation
  opened: boolean
  onClose: () => void
}

/** Records what the co-chairs take from the answers. */
export function ConcludeDialog({ consultation, opened, onClose }: Props) {
  const { t } = useTranslation('consultations')
  return (
    <Modal opened={opened} onClose={onClose} title={t('step.conclude')}>
      <ConcludeForm consultation={consultation} onClose={onClose} />
    </Modal>
  )
}

function ConcludeForm({ consultation, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['consultations', 'common'])
  const tally = useTally()
  const schema = z.object({ outcome: z.enum(OUTCOMES), text: z.string() })
  const form = useSchemaForm(schema, {
    outcome: consultation.outcome ?? (consultation.tally.object > 0 ? 'to_be_discussed' : 'agreed'),
    text: consultation.result,
  })
  const conclude = useMutation({
    mutationFn: (body: z.output<typeof schema>) =>
      concludeConsultation({ path: { consultation_id: consultation.id }, body }),
    onSuccess: onClose,
  })
  return (
    <Form form={form} onSubmit={(fields) => conclude.mutateAsync(fields)}>
      <p className={classes.words}>{tally(consultation.tally)}</p>
      <SelectField
        control={form.control}
        name="outcome"
        label={t('outcome.label')}
        choices={OUTCOMES.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) }))}
      />
      <TextAreaField
        control={form.control}
        name="text"
        label={t('result.text')}
        help={t('result.textHelp')}
        maxLength={10_000}
        optional
      />
      <DialogActions form={form} onClose={onClose}>
        {t('result.record')}
      </DialogActions>
    </Form>
  )
}

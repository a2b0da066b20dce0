import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'

interface Whys {
  /** For the practice's champion and the secretariat. */
  reason: string
  /** For whoever follows a citation. */
  publicReason: string
}

interface Props {
  opened: boolean
  onClose: () => void
  onWithdraw: (whys: Whys) => Promise<unknown>
}

/** Asks why twice: of those who know the practice, and, if they will, for the world. */
export function WithdrawDialog({ opened, ...props }: Props) {
  const { t } = useTranslation('practices')
  return (
    <Modal opened={opened} onClose={props.onClose} title={t('ask.withdraw')}>
      <WithdrawForm {...props} />
    </Modal>
  )
}

function WithdrawForm({ onClose, onWithdraw }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['practices', 'common'])
  const schema = z.object({
    reason: z.string().check(z.trim(), z.minLength(3, t('common:form.reasonRequired'))),
    publicReason: z.string().check(z.trim()),
  })
  const form = useSchemaForm(schema, { reason: '', publicReason: '' })
  const submit = async (whys: Whys) => {
    await onWithdraw(whys)
    onClose()
  }
  return (
    <Form form={form} onSubmit={submit}>
      <p>{t('ask.withdrawText')}</p>
      <TextAreaField
        control={form.control}
        name="reason"
        label={t('common:form.reason')}
        help={t('withdraw.reasonHelp')}
        minRows={2}
        maxLength={1000}
      />
      <TextAreaField
        control={form.control}
        name="publicReason"
        label={t('withdraw.publicReason')}
        help={t('withdraw.publicReasonHelp')}
        minRows={2}
        maxLength={1000}
        optional
      />
      <DialogActions form={form} onClose={onClose}>
        {t('step.withdraw')}
      </DialogActions>
    </Form>
  )
}

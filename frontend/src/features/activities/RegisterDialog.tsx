import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { registerForActivity } from '@/api/generated/sdk.gen'
import type { RegistrationCreate } from '@/api/generated/types.gen'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'

interface Props {
  activityId: string
  opened: boolean
  onClose: () => void
}

/** For whoever has no account: name and address, to which a link goes. */
export function RegisterDialog({ activityId, opened, onClose }: Props) {
  const { t } = useTranslation('registrations')
  return (
    <Modal opened={opened} onClose={onClose} title={t('register')}>
      <RegisterForm activityId={activityId} onClose={onClose} />
    </Modal>
  )
}

function RegisterForm({ activityId, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['registrations', 'common'])
  const schema = z.object({
    name: z.string().check(z.trim(), z.minLength(2, t('form.nameMissing'))),
    email: z.email(t('form.emailMissing')),
    organisation: z.string(),
  })
  const form = useSchemaForm(schema, { name: '', email: '', organisation: '' })
  const register = useMutation({
    mutationFn: (body: RegistrationCreate) =>
      registerForActivity({ path: { activity_id: activityId }, body }),
  })
  if (register.isSuccess) return <p role="status">{t('own.unconfirmed')}</p>
  return (
    <Form form={form} onSubmit={(body) => register.mutateAsync(body)}>
      <TextField
        control={form.control}
        name="name"
        label={t('form.name')}
        autoComplete="name"
        maxLength={200}
      />
      <TextField
        control={form.control}
        name="email"
        type="email"
        label={t('form.email')}
        help={t('form.help')}
        autoComplete="email"
      />
      <TextField
        control={form.control}
        name="organisation"
        label={t('form.organisation')}
        autoComplete="organization"
        maxLength={200}
        optional
      />
      <DialogActions form={form} onClose={onClose}>
        {t('register')}
      </DialogActions>
    </Form>
  )
}

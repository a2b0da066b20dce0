import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { requestPasswordReset } from '@/api/generated/sdk.gen'
import { TextLink } from '@/components/TextLink'
import { Form, FormActions } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { AuthSheet } from './AuthSheet'
import { forgotSchema } from './schemas'

export function ForgotPasswordPage() {
  const { t } = useTranslation('auth')
  const request = useMutation({
    mutationFn: (body: { email: string }) => requestPasswordReset({ body }),
    meta: { refreshesQueries: false },
  })
  const form = useSchemaForm(forgotSchema(t), { email: '' })

  if (request.isSuccess) {
    return (
      <AuthSheet title={t('forgot.sentTitle')}>
        <p role="status">{t('forgot.sent', { email: request.variables.email })}</p>
        <TextLink to="/sign-in">{t('forgot.back')}</TextLink>
      </AuthSheet>
    )
  }
  return (
    <AuthSheet title={t('forgot.title')} intro={t('forgot.intro')}>
      <Form form={form} onSubmit={(body) => request.mutateAsync(body)}>
        <TextField
          control={form.control}
          name="email"
          type="email"
          label={t('signIn.email')}
          autoComplete="username"
        />
        <FormActions>
          <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
            {t('forgot.submit')}
          </Button>
          <TextLink to="/sign-in">{t('forgot.back')}</TextLink>
        </FormActions>
      </Form>
    </AuthSheet>
  )
}

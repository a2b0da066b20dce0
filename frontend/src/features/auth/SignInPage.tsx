import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/api/problem'
import { TextLink } from '@/components/TextLink'
import { Form, FormActions } from '@/forms/Form'
import { PasswordField, TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useSignIn } from '@/session/useSignIn'
import { AuthSheet } from './AuthSheet'
import { signInSchema } from './schemas'

interface Props {
  /** The page that was asked for. */
  next: string | undefined
}

export function SignInPage({ next }: Props) {
  const { t } = useTranslation('auth')
  const signIn = useSignIn(next)
  const form = useSchemaForm(signInSchema(t), { username: '', password: '' })

  const submit = async (credentials: { username: string; password: string }) => {
    try {
      await signIn.mutateAsync(credentials)
    } catch (error) {
      if (isProblem(error, 401) || isProblem(error, 400)) {
        return form.setError('password', { message: t('signIn.wrong') }, { shouldFocus: true })
      }
      if (isProblem(error, 429)) return form.setError('root.server', { message: t('signIn.throttled') })
      throw error
    }
  }

  return (
    <AuthSheet title={t('signIn.title')} intro={next ? t('signIn.returns') : t('signIn.intro')}>
      <Form form={form} onSubmit={submit}>
        <TextField
          control={form.control}
          name="username"
          type="email"
          label={t('signIn.email')}
          autoComplete="username"
        />
        <PasswordField
          control={form.control}
          name="password"
          label={t('signIn.password')}
          autoComplete="current-password"
        />
        <FormActions>
          <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
            {t('signIn.submit')}
          </Button>
          <TextLink to="/forgot-password">{t('signIn.forgot')}</TextLink>
        </FormActions>
      </Form>
    </AuthSheet>
  )
}

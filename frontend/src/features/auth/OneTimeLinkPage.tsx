import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getOneTimeLinkOptions } from '@/api/generated/@tanstack/react-query.gen'
import { redeemOneTimeLink } from '@/api/generated/sdk.gen'
import type { GetOneTimeLinkResponse } from '@/api/generated/types.gen'
import { isProblem } from '@/api/problem'
import { ButtonLink } from '@/components/ButtonLink'
import { QueryState } from '@/components/QueryState'
import { Form, FormActions } from '@/forms/Form'
import { PasswordField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useSignIn } from '@/session/useSignIn'
import { AuthSheet } from './AuthSheet'
import { choosePasswordSchema } from './schemas'

/** Where the link in an invitation, or for a new password, leads. */
export function OneTimeLinkPage({ token }: { token: string }) {
  const { t } = useTranslation('auth')
  const query = useQuery({
    ...getOneTimeLinkOptions({ path: { token } }),
    retry: false,
    refetchOnWindowFocus: false,
  })

  if (isProblem(query.error) && !query.error.isOffline && query.error.status < 500) {
    return (
      <AuthSheet title={t('link.invalidTitle')} intro={t('link.invalid')}>
        <ButtonLink to="/forgot-password" variant="filled">
          {t('link.askAgain')}
        </ButtonLink>
      </AuthSheet>
    )
  }
  return <QueryState query={query}>{(link) => <ChoosePassword token={token} link={link} />}</QueryState>
}

function ChoosePassword({ token, link }: { token: string; link: GetOneTimeLinkResponse }) {
  const { t } = useTranslation('auth')
  const signIn = useSignIn('/')
  const form = useSchemaForm(choosePasswordSchema(t), { password: '' })
  const isInvitation = link.purpose === 'invitation'
  const intro = isInvitation
    ? [t('link.invitationIntro'), link.champion && t('link.invitationFor', { champion: link.champion.name })]
    : [t('link.resetIntro', { email: link.email })]

  return (
    <AuthSheet
      title={isInvitation ? t('link.invitationTitle', { name: link.name }) : t('link.resetTitle')}
      intro={intro.filter(Boolean).join(' ')}
    >
      <Form
        form={form}
        onSubmit={async ({ password }) => {
          await redeemOneTimeLink({ path: { token }, body: { password } })
          await signIn.mutateAsync({ username: link.email, password })
        }}
      >
        <input type="hidden" name="username" autoComplete="username" value={link.email} readOnly />
        <PasswordField
          control={form.control}
          name="password"
          label={t('link.password')}
          help={t('link.passwordHelp')}
          autoComplete="new-password"
        />
        <FormActions>
          <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
            {t('link.submit')}
          </Button>
        </FormActions>
      </Form>
    </AuthSheet>
  )
}

import { useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { PageHeader } from '@/components/PageHeader'
import { useSession } from '@/session/useSession'

export function NotFoundPage() {
  const { t } = useTranslation('shell')
  const session = useSession()
  const next = useRouterState({ select: (state) => state.location.href })
  return (
    <PageHeader
      title={t('notFound.title')}
      summary={t('notFound.text')}
      action={
        <>
          {!session && (
            <ButtonLink to="/sign-in" search={{ next }}>
              {t('notFound.signIn')}
            </ButtonLink>
          )}
          <ButtonLink to="/" variant="filled">
            {t('notFound.home')}
          </ButtonLink>
        </>
      }
    />
  )
}

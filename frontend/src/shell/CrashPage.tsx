import { Button } from '@mantine/core'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/api/problem'
import { ErrorState } from '@/components/ErrorState'
import { PageHeader } from '@/components/PageHeader'
import { NotFoundPage } from './NotFoundPage'

/** What a page shows when it cannot: not found, not reachable, or a fault of ours. */
export function CrashPage({ error }: ErrorComponentProps) {
  const { t } = useTranslation('shell')
  const router = useRouter()
  if (isProblem(error, 404)) return <NotFoundPage />
  if (isProblem(error)) return <ErrorState error={error} onRetry={() => router.invalidate()} />
  return (
    <PageHeader
      title={t('crash.title')}
      summary={t('crash.text')}
      action={
        <Button variant="filled" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </Button>
      }
    />
  )
}

import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'

/** In place of a form that this person may not use now. */
export function NotYours() {
  const { t } = useTranslation('workplan')
  return (
    <>
      <PageHeader title={t('title')} />
      <Card>
        <EmptyState
          title={t('form.notYours')}
          action={<ButtonLink to="/workplan">{t('form.backToPlan')}</ButtonLink>}
        >
          {t('form.notYoursHelp')}
        </EmptyState>
      </Card>
    </>
  )
}

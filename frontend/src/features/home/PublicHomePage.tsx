import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { PageHeader } from '@/components/PageHeader'
import { Row, RowList } from '@/components/Row'

const SCOPE = ['share', 'talk', 'reach', 'build'] as const

/** For whoever comes from outside: what the Initiative is. */
export function PublicHomePage() {
  const { t } = useTranslation(['home', 'shell'])
  return (
    <>
      <PageHeader
        title={t('public.title')}
        summary={t('public.lead')}
        action={
          <ButtonLink to="/sign-in" variant="filled">
            {t('shell:signIn')}
          </ButtonLink>
        }
      />
      <Columns
        aside={
          <Card title={t('public.howTitle')}>
            <CardBody>
              <p>{t('public.how')}</p>
            </CardBody>
          </Card>
        }
      >
        <Card title={t('public.whatTitle')}>
          <RowList>
            {SCOPE.map((area) => (
              <Row key={area} title={t(`public.${area}`)} context={t(`public.${area}Text`)} />
            ))}
          </RowList>
        </Card>
      </Columns>
    </>
  )
}

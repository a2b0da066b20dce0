import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { PageHeader } from '@/components/PageHeader'
import { Row, RowList } from '@/components/Row'

const SCOPE = ['share', 'talk', 'reach', 'build'] as const

/** For whoever comes from outside: what the Initiative is. */
export function PublicHomePage() {
  const { t } = useTranslation('home')
  return (
    <>
      <PageHeader title={t('public.title')} summary={t('public.lead')} />
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

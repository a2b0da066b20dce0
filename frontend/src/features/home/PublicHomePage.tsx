import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getOverviewOptions } from '@/api/generated/@tanstack/react-query.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { ActivitiesCard } from './ActivitiesCard'
import { CoChairsCard } from './CoChairsCard'
import { Figures } from './Figures'
import { InItsOwnWords } from './InItsOwnWords'
import { PracticesCard } from './PracticesCard'

/** For whoever comes from outside: what the Initiative is, who leads it, and what it has to show. */
export function PublicHomePage() {
  const { t } = useTranslation(['home', 'shell'])
  const query = useQuery(getOverviewOptions())
  const overview = query.data
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
      {overview && <Figures figures={overview.figures} />}
      <Columns
        aside={
          <>
            {overview && <CoChairsCard current={overview.current_term} next={overview.next_term} />}
            {overview && <ActivitiesCard activities={overview.upcoming_activities} />}
            <Card title={t('public.howTitle')}>
              <CardBody>
                <p>{t('public.how')}</p>
              </CardBody>
            </Card>
          </>
        }
      >
        <InItsOwnWords />
        {overview ? (
          <PracticesCard practices={overview.latest_practices} />
        ) : (
          <Card>
            <QueryState query={query}>{() => null}</QueryState>
          </Card>
        )}
      </Columns>
    </>
  )
}

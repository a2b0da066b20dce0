import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { getMyDueOptions, getOverviewOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { readerZone } from '@/i18n/format'
import type { Session } from '@/session/sessionQuery'
import { AheadCard } from './AheadCard'
import { CoChairsCard } from './CoChairsCard'
import { DueCard } from './DueCard'
import { FirstStep } from './FirstStep'
import { NewsCard } from './NewsCard'
import { NextMeetingCard } from './NextMeetingCard'
import { PracticesCard } from './PracticesCard'
import { partOfDay } from './partOfDay'
import { StandingLine } from './StandingLine'
import { WorkplanCard } from './WorkplanCard'

const NextProcessCard = lazy(() => import('./NextProcessCard'))

/** What is due for me now, and what stands around it. */
export function HomePage({ session }: { session: Session }) {
  const { t } = useTranslation('home')
  const query = useQuery(getOverviewOptions())
  const overview = query.data
  const isMember = session.champion !== null || session.roles.includes('secretariat')
  const isAsked = (useQuery(getMyDueOptions()).data?.items.length ?? 0) > 0
  const part = partOfDay(new Date(), session.person.time_zone || readerZone())
  return (
    <>
      <PageHeader
        title={t(`greeting.${part}`)}
        summary={<StandingLine overview={overview} />}
        action={<FirstStep session={session} meeting={overview?.next_meeting ?? null} />}
      />
      <Columns
        aside={
          overview && (
            <>
              <NextMeetingCard meeting={overview.next_meeting} isMember={isMember} />
              {!isMember && <CoChairsCard current={overview.current_term} next={overview.next_term} />}
              {overview.next_process && (
                <Suspense fallback={null}>
                  <NextProcessCard process={overview.next_process} />
                </Suspense>
              )}
              <AheadCard items={overview.ahead} />
            </>
          )
        }
      >
        {(isMember || isAsked) && <DueCard session={session} />}
        {overview?.workplan && <WorkplanCard workplan={overview.workplan} />}
        <NewsCard key={session.person.id} session={session} />
        {overview ? (
          !isMember && <PracticesCard practices={overview.latest_practices} />
        ) : (
          <Card>
            <QueryState query={query}>{() => null}</QueryState>
          </Card>
        )}
      </Columns>
    </>
  )
}

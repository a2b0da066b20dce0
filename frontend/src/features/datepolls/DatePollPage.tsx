import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { Deadline } from '@/components/Deadline'
import { Fact, Facts } from '@/components/Facts'
import { LoadingSkeleton } from '@/components/LoadingSkeleton'
import { DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { Prose } from '@/components/Prose'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { AnswersTable } from './AnswersTable'
import { DatePollStatusBadge } from './DatePollStatusBadge'
import { DatePollSteps } from './DatePollSteps'
import classes from './DatePolls.module.css'
import { type DatePoll, datePollQuery } from './datePollQuery'
import { OwnAnswersCard } from './OwnAnswersCard'
import { RankingCard } from './RankingCard'

const ChangeDraft = lazy(() => import('./ChangeDraft'))

/** One poll: the own answers, the dates in their order, everybody's answers. */
export function DatePollPage({ id }: { id: string }) {
  const query = useQuery(datePollQuery(id))
  return (
    <QueryState query={query} rows={6}>
      {({ data, etag }) => <OnePoll key={data.id} poll={data} etag={etag} />}
    </QueryState>
  )
}

function OnePoll({ poll, etag }: { poll: DatePoll; etag: string }) {
  const { t } = useTranslation('datepolls')
  const [isChanging, setChanging] = useState(false)
  return (
    <>
      <PageHeader
        trail={
          <>
            <TextLink to="/meetings">{t('trail')}</TextLink> /{' '}
            <TextLink to="/meetings/date-polls">{t('title')}</TextLink>
          </>
        }
        title={poll.title}
        summary={<Standing poll={poll} />}
        action={!isChanging && <DatePollSteps poll={poll} onChange={() => setChanging(true)} />}
      />
      {isChanging ? (
        <Suspense fallback={<LoadingSkeleton />}>
          <ChangeDraft poll={poll} etag={etag} onDone={() => setChanging(false)} />
        </Suspense>
      ) : (
        <Columns aside={<Circumstances poll={poll} />}>
          {poll.note && (
            <Card title={t('note')}>
              <CardBody>
                <Prose>{poll.note}</Prose>
              </CardBody>
            </Card>
          )}
          {poll.actions.includes('answer') && <OwnAnswersCard poll={poll} />}
          <RankingCard poll={poll} />
          {poll.status !== 'draft' && <AnswersTable poll={poll} />}
        </Columns>
      )}
    </>
  )
}

function Standing({ poll }: { poll: DatePoll }) {
  const { t } = useTranslation('datepolls')
  return (
    <div className={classes.standing}>
      <DatePollStatusBadge status={poll.status} />
      <span>
        {t(poll.status === 'closed' && !poll.chosen_starts_at ? 'standing.none' : `standing.${poll.status}`)}
      </span>
      {poll.status !== 'draft' && (
        <span>{t('answered', { count: poll.answered_count, total: poll.champions_count })}</span>
      )}
      {poll.is_demonstration && <DemonstrationMark />}
    </div>
  )
}

function Circumstances({ poll }: { poll: DatePoll }) {
  const { t } = useTranslation('datepolls')
  const { meeting, chosen_starts_at: chosen, extended_from_at: before, ended_at: ended } = poll
  return (
    <Card title={t('circumstances')}>
      <CardBody>
        <Facts>
          <Fact name={t('chosen')}>{chosen && <Deadline at={chosen} />}</Fact>
          <Fact name={t('answersUntil')}>
            <Deadline at={poll.deadline_at} />
          </Fact>
          <Fact name={t('extended')}>
            {before && (
              <>
                <Deadline at={before} /> · <bdi>{poll.extension_reason}</bdi>
              </>
            )}
          </Fact>
          <Fact name={t(poll.status === 'cancelled' ? 'status.cancelled' : 'withoutDate')}>
            {ended && poll.ending_reason && (
              <>
                <Deadline at={ended} /> · <bdi>{poll.ending_reason}</bdi>
              </>
            )}
          </Fact>
          <Fact name={t('form.duration')}>{t('minutes', { count: poll.duration_minutes })}</Fact>
          <Fact name={t('meeting')}>
            {meeting && (
              <TextLink to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
                <bdi>{meeting.title}</bdi>
              </TextLink>
            )}
          </Fact>
          <Fact name={t('askedOn')}>{poll.opened_at && <Deadline at={poll.opened_at} />}</Fact>
          <Fact name={t('endedBy')}>{poll.ended_by && <bdi>{poll.ended_by}</bdi>}</Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

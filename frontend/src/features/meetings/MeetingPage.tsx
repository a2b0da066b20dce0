import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Columns } from '@/components/Columns'
import { ConfidenceMark, DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { AgendaCard } from './AgendaCard'
import classes from './MeetingPage.module.css'
import { MeetingStanding } from './MeetingStanding'
import { MeetingSteps } from './MeetingSteps'
import { type Meeting, meetingQuery } from './meetingQuery'
import { NotesCard } from './NotesCard'
import { OutcomeCard } from './OutcomeCard'
import { ProposalsCard } from './ProposalsCard'
import { quarterOf } from './quarters'
import { useMeetingFacts } from './useMeetingFacts'
import { WhenCard } from './WhenCard'
import { WhereCard } from './WhereCard'

export function MeetingPage({ id }: { id: string }) {
  const query = useQuery(meetingQuery(id))
  return (
    <QueryState query={query} rows={6}>
      {({ data, etag }) => <MeetingSheet key={data.id} meeting={data} etag={etag} />}
    </QueryState>
  )
}

const OVER: readonly Meeting['status'][] = ['held', 'minutes_circulated', 'closed']

function MeetingSheet({ meeting, etag }: { meeting: Meeting; etag: string }) {
  const { t } = useTranslation('meetings')
  const facts = useMeetingFacts()
  const outcome = (OVER.includes(meeting.status) || meeting.summary) && (
    <OutcomeCard meeting={meeting} etag={etag} />
  )
  return (
    <>
      <PageHeader
        trail={
          <>
            <TextLink to="/meetings">{t('trail')}</TextLink> / {t('quarter', quarterOf(meeting.starts_at))}
          </>
        }
        title={meeting.title}
        summary={
          <>
            <div>{facts.line(meeting)}</div>
            <div className={classes.standing}>
              <MeetingStanding meeting={meeting} />
              {meeting.is_demonstration && <DemonstrationMark />}
              {meeting.confidence === 'recalled' && <ConfidenceMark source={meeting.source} />}
            </div>
          </>
        }
        action={<MeetingSteps meeting={meeting} />}
      />
      <Columns
        aside={
          <>
            <WhenCard meeting={meeting} />
            <WhereCard meeting={meeting} />
            {meeting.preparation_notes !== null && <NotesCard meeting={meeting} etag={etag} />}
          </>
        }
      >
        {outcome}
        {hasAgenda(meeting) && <AgendaCard meeting={meeting} />}
        {meeting.agenda_items.some((item) => item.status !== 'accepted') && (
          <ProposalsCard meeting={meeting} />
        )}
      </Columns>
    </>
  )
}

/** A past meeting of the archives has no agenda here; one to come says that it has none yet. */
const hasAgenda = (meeting: Meeting): boolean =>
  meeting.agenda_items.length > 0 || !OVER.includes(meeting.status)

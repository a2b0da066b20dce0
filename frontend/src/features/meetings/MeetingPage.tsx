import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfidenceMark, DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import classes from './MeetingPage.module.css'
import { MeetingStanding } from './MeetingStanding'
import { MeetingSteps } from './MeetingSteps'
import { MeetingTabs } from './MeetingTabs'
import { type Meeting, meetingQuery } from './meetingQuery'
import { quarterOf } from './quarters'
import { useMeetingFacts } from './useMeetingFacts'

interface ReadMeeting {
  meeting: Meeting
  etag: string
}

const MeetingContext = createContext<ReadMeeting | null>(null)

/** The meeting whose pages one is on, as it was last read. */
export function useMeeting(): ReadMeeting {
  const read = use(MeetingContext)
  if (!read) throw new Error('Only the pages within a MeetingPage are of one meeting.')
  return read
}

interface Props {
  id: string
  /** The page that is open. */
  children: ReactNode
}

/** What all pages of a meeting have in common: where it stands, the steps, the way between the pages. */
export function MeetingPage({ id, children }: Props) {
  const query = useQuery(meetingQuery(id))
  return (
    <QueryState query={query} rows={6}>
      {({ data, etag }) => (
        <MeetingContext key={data.id} value={{ meeting: data, etag }}>
          <MeetingHead meeting={data} />
          {children}
        </MeetingContext>
      )}
    </QueryState>
  )
}

function MeetingHead({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const facts = useMeetingFacts()
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
      <MeetingTabs meeting={meeting} />
    </>
  )
}

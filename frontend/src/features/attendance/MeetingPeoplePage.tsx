import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { QueryState } from '@/components/QueryState'
import { usePermission } from '@/session/permission'
import classes from './Attendance.module.css'
import { AttendanceCard } from './AttendanceCard'
import { attendanceOptions, invitationQuery } from './attendanceQuery'
import { CalendarButton } from './CalendarButton'
import { InvitationCard } from './InvitationCard'
import { MailLogCard } from './MailLogCard'
import { MyAnswerCard } from './MyAnswerCard'

interface Props {
  meetingId: string
  isOver: boolean
}

/** Who is invited, who comes, who came. */
export function MeetingPeoplePage({ meetingId, isOver }: Props) {
  const attendances = useQuery(attendanceOptions(meetingId))
  const prepares = usePermission('meetings:prepare')
  return (
    <QueryState query={attendances} rows={8}>
      {(data) => (
        <Columns
          aside={
            <>
              {prepares && <Invitation meetingId={meetingId} />}
              {!isOver && <CalendarCard meetingId={meetingId} />}
            </>
          }
        >
          {data.mine && data.actions.includes('answer') && (
            <MyAnswerCard meetingId={meetingId} mine={data.mine} />
          )}
          <AttendanceCard meetingId={meetingId} attendances={data} isOver={isOver} />
          {prepares && <MailLogCard meetingId={meetingId} />}
        </Columns>
      )}
    </QueryState>
  )
}

function Invitation({ meetingId }: { meetingId: string }) {
  const query = useQuery(invitationQuery(meetingId))
  return (
    <QueryState query={query} rows={3}>
      {({ data, etag }) => <InvitationCard invitation={data} etag={etag} />}
    </QueryState>
  )
}

function CalendarCard({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('attendance')
  return (
    <Card title={t('calendar.title')}>
      <CardBody>
        <p className={classes.line}>{t('calendar.help')}</p>
        <CalendarButton meetingId={meetingId} />
      </CardBody>
    </Card>
  )
}

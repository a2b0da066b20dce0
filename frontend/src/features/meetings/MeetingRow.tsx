import { DemonstrationMark } from '@/components/Mark'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import classes from './MeetingRow.module.css'
import { MeetingStatusBadge } from './MeetingStatusBadge'
import type { MeetingInList } from './meetingQuery'
import { useMeetingFacts } from './useMeetingFacts'

export function MeetingRow({ meeting }: { meeting: MeetingInList }) {
  const facts = useMeetingFacts()
  const matter = facts.matter(meeting)
  return (
    <Row
      title={
        <TextLink look="title" to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
          {meeting.title}
        </TextLink>
      }
      context={facts.line(meeting)}
      aside={<MeetingStatusBadge status={meeting.status} />}
    >
      {(matter || meeting.is_demonstration) && (
        <div className={classes.matter}>
          {matter && <span>{matter}</span>}
          {meeting.is_demonstration && <DemonstrationMark />}
        </div>
      )}
    </Row>
  )
}

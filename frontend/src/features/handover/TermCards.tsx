import { useTranslation } from 'react-i18next'
import type { BriefDecision, BriefMeeting } from '@/api/generated/types.gen'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './Handover.module.css'
import { Section } from './Section'

export function DecisionsCard({ decisions }: { decisions: readonly BriefDecision[] }) {
  const { t } = useTranslation('handover')
  const format = useFormat()
  return (
    <Section title={t('section.decisions')} empty={t('empty.decisions')} items={decisions}>
      {(decision) => (
        <Row
          key={decision.id}
          leading={decision.number}
          title={<bdi>{decision.text}</bdi>}
          context={
            <>
              <TextLink to="/meetings/$meetingId" params={{ meetingId: decision.meeting.id }}>
                <bdi>{decision.meeting.title}</bdi>
              </TextLink>{' '}
              · {format.date(decision.decided_on)}
            </>
          }
        />
      )}
    </Section>
  )
}

export function MeetingsCard({ meetings }: { meetings: readonly BriefMeeting[] }) {
  const { t } = useTranslation('handover')
  const format = useFormat()
  return (
    <Section title={t('section.meetings')} empty={t('empty.meetings')} items={meetings}>
      {(meeting) => (
        <Row
          key={meeting.id}
          title={
            <TextLink look="title" to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
              <bdi>{meeting.title}</bdi>
            </TextLink>
          }
          context={format.fullDate(meeting.starts_at)}
        >
          {meeting.summary && (
            <p className={classes.words} dir="auto">
              {meeting.summary}
            </p>
          )}
        </Row>
      )}
    </Section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { Deadline } from '@/components/Deadline'
import { Fact, Facts } from '@/components/Facts'
import { DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { Prose } from '@/components/Prose'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { AnswerCard } from './AnswerCard'
import { AnswersCard, SilentCard } from './AnswersCard'
import { ConsultationStatusBadge } from './ConsultationStatusBadge'
import { ConsultationSteps } from './ConsultationSteps'
import classes from './Consultations.module.css'
import { type Consultation, consultationQuery } from './consultationQuery'
import { useTally } from './useTally'

/** One consultation: the proposal, the own answer, everybody's, and who has not answered. */
export function ConsultationPage({ id }: { id: string }) {
  const query = useQuery(consultationQuery(id))
  return (
    <QueryState query={query} rows={6}>
      {({ data }) => <OneConsultation key={data.id} consultation={data} />}
    </QueryState>
  )
}

function OneConsultation({ consultation }: { consultation: Consultation }) {
  const { t } = useTranslation('consultations')
  return (
    <>
      <PageHeader
        trail={<TextLink to="/consultations">{t('title')}</TextLink>}
        title={consultation.title}
        summary={<Standing consultation={consultation} />}
        action={<ConsultationSteps consultation={consultation} />}
      />
      <Columns
        aside={
          <>
            <Circumstances consultation={consultation} />
            {consultation.status !== 'draft' && <SilentCard consultation={consultation} />}
          </>
        }
      >
        {consultation.outcome && <ResultCard consultation={consultation} />}
        <Card title={t('proposal')}>
          <CardBody>
            <Prose>{consultation.text || t('noText')}</Prose>
          </CardBody>
        </Card>
        {consultation.actions.includes('answer') && <AnswerCard consultation={consultation} />}
        {consultation.status !== 'draft' && <AnswersCard consultation={consultation} />}
      </Columns>
    </>
  )
}

function Standing({ consultation }: { consultation: Consultation }) {
  const { t } = useTranslation('consultations')
  const tally = useTally()
  return (
    <div className={classes.standing}>
      <ConsultationStatusBadge status={consultation.status} />
      <span>{t(`standing.${consultation.status}`)}</span>
      {consultation.status !== 'draft' && <span>{tally(consultation.tally)}</span>}
      {consultation.is_demonstration && <DemonstrationMark />}
    </div>
  )
}

function ResultCard({ consultation }: { consultation: Consultation }) {
  const { t } = useTranslation('consultations')
  const format = useFormat()
  const { outcome, concluded_at: at } = consultation
  if (!outcome || !at) return null
  return (
    <Card title={t('result.title')} action={t(`outcome.${outcome}`)}>
      <CardBody>
        {consultation.result && <Prose>{consultation.result}</Prose>}
        <p className={classes.quiet}>
          {t('result.by', { name: consultation.concluded_by, date: format.date(at) })}
        </p>
      </CardBody>
    </Card>
  )
}

function Circumstances({ consultation }: { consultation: Consultation }) {
  const { t } = useTranslation('consultations')
  const { meeting, workplan_item: item, extended_from_at: before, ended_at: ended } = consultation
  return (
    <Card title={t('circumstances')}>
      <CardBody>
        <Facts>
          <Fact name={t('about.label')}>{t(`about.${consultation.about}`)}</Fact>
          <Fact name={t('deadline')}>
            <Deadline at={consultation.deadline_at} />
          </Fact>
          <Fact name={t('extended')}>
            {before && (
              <>
                <Deadline at={before} /> · <bdi>{consultation.extension_reason}</bdi>
              </>
            )}
          </Fact>
          <Fact name={t(consultation.status === 'withdrawn' ? 'withdrawn' : 'closedEarly')}>
            {ended && consultation.ending_reason && (
              <>
                <Deadline at={ended} /> · <bdi>{consultation.ending_reason}</bdi>
              </>
            )}
          </Fact>
          <Fact name={t('opened')}>{consultation.opened_at && <Deadline at={consultation.opened_at} />}</Fact>
          <Fact name={t('form.meeting')}>
            {meeting && (
              <TextLink to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
                {meeting.title}
              </TextLink>
            )}
          </Fact>
          <Fact name={t('form.item')}>
            {item && (
              <TextLink to="/workplan/$itemId" params={{ itemId: item.id }}>
                {item.title}
              </TextLink>
            )}
          </Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

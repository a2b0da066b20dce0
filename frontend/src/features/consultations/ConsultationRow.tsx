import { useTranslation } from 'react-i18next'
import { Deadline } from '@/components/Deadline'
import { DemonstrationMark } from '@/components/Mark'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { ConsultationStatusBadge } from './ConsultationStatusBadge'
import classes from './Consultations.module.css'
import type { ConsultationInList } from './consultationQuery'
import { useTally } from './useTally'

export function ConsultationRow({ consultation }: { consultation: ConsultationInList }) {
  const { t } = useTranslation('consultations')
  const tally = useTally()
  const { id, title, status, own_answer: own } = consultation
  return (
    <Row
      title={
        <TextLink look="title" to="/consultations/$consultationId" params={{ consultationId: id }}>
          <bdi>{title}</bdi>
        </TextLink>
      }
      context={
        <>
          {t(`about.${consultation.about}`)} · <When consultation={consultation} />
        </>
      }
      aside={<ConsultationStatusBadge status={status} />}
    >
      <div className={classes.tally}>
        {status !== 'draft' && <span>{tally(consultation.tally)}</span>}
        {own && <span>{t('own', { answer: t(`answer.${own}`) })}</span>}
        {consultation.is_demonstration && <DemonstrationMark />}
      </div>
    </Row>
  )
}

/** Until when answers are taken, or since when not any more. */
function When({ consultation }: { consultation: ConsultationInList }) {
  const { t } = useTranslation('consultations')
  const format = useFormat()
  if (consultation.outcome) return t(`outcome.${consultation.outcome}`)
  if (consultation.ended_at) return t('endedOn', { date: format.date(consultation.ended_at) })
  return (
    <>
      {t('answersUntil')} <Deadline at={consultation.deadline_at} />
    </>
  )
}

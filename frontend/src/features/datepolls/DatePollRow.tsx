import { useTranslation } from 'react-i18next'
import { Deadline } from '@/components/Deadline'
import { DemonstrationMark } from '@/components/Mark'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { DatePollStatusBadge } from './DatePollStatusBadge'
import classes from './DatePolls.module.css'
import type { DatePollInList } from './datePollQuery'

export function DatePollRow({ poll }: { poll: DatePollInList }) {
  const { t } = useTranslation('datepolls')
  return (
    <Row
      title={
        <TextLink look="title" to="/meetings/date-polls/$pollId" params={{ pollId: poll.id }}>
          <bdi>{poll.title}</bdi>
        </TextLink>
      }
      context={<When poll={poll} />}
      aside={<DatePollStatusBadge status={poll.status} />}
    >
      <div className={classes.figures}>
        <span>{t('dates', { count: poll.dates_count })}</span>
        {poll.status !== 'draft' && (
          <span>{t('answered', { count: poll.answered_count, total: poll.champions_count })}</span>
        )}
        {poll.has_answered && <span>{t('youAnswered')}</span>}
        {poll.is_demonstration && <DemonstrationMark />}
      </div>
    </Row>
  )
}

/** The date that came out, or until when answers are taken. */
function When({ poll }: { poll: DatePollInList }) {
  const { t } = useTranslation('datepolls')
  const format = useFormat()
  if (poll.chosen_starts_at) return t('chosenDate', { when: format.dateTime(poll.chosen_starts_at) })
  if (poll.ended_at) return t('endedOn', { date: format.date(poll.ended_at) })
  return (
    <>
      {t('answersUntil')} <Deadline at={poll.deadline_at} />
    </>
  )
}

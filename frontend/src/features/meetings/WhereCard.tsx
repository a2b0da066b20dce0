import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import type { Meeting } from './meetingQuery'
import { isFromArchives, useMeetingFacts } from './useMeetingFacts'
import classes from './WhereCard.module.css'

/** A meeting's circumstances: place, link for those who take part, languages, who may read it. */
export function WhereCard({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const facts = useMeetingFacts()
  const isArchived = isFromArchives(meeting)
  const isAhead = ['planned', 'agenda_open', 'agenda_circulated'].includes(meeting.status)
  if (isArchived && meeting.participants_count === null && meeting.champions_present_count === null)
    return null
  return (
    <Card title={t(isArchived ? 'where.archived' : 'where.title')}>
      <CardBody>
        <dl className={classes.facts}>
          {meeting.kind === 'extraordinary' && (
            <Fact name={t('where.kind')}>{t(`kind.${meeting.kind}`)}</Fact>
          )}
          {!isArchived && <Fact name={t('where.format')}>{facts.place(meeting)}</Fact>}
          {meeting.link && isAhead ? (
            <Fact name={t('where.link')}>
              <a className={classes.link} href={meeting.link} target="_blank" rel="noreferrer">
                {t('where.join')}
              </a>
            </Fact>
          ) : (
            isAhead &&
            meeting.link === '' &&
            meeting.format !== 'in_person' && <Fact name={t('where.link')}>{t('where.notYet')}</Fact>
          )}
          {meeting.languages.length > 0 && (
            <Fact name={t('where.languages')}>{facts.languages(meeting)}</Fact>
          )}
          {meeting.participants_count !== null && (
            <Fact name={t('outcome.participants')}>{meeting.participants_count}</Fact>
          )}
          {meeting.champions_present_count !== null && (
            <Fact name={t('outcome.champions')}>{meeting.champions_present_count}</Fact>
          )}
          {meeting.is_shared_with_observers && (
            <Fact name={t('where.observers')}>{t('where.observersYes')}</Fact>
          )}
        </dl>
      </CardBody>
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className={classes.name}>{name}</dt>
      <dd className={classes.value}>{children}</dd>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  listActivitiesOptions,
  listPledgesOptions,
  listPracticesOptions,
  listStatementsOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { Row } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { useTerms } from '@/vocabularies/useTerms'
import type { Champion } from './championQuery'
import { Invented, WorkCard } from './WorkCard'
import classes from './WorkOfChampion.module.css'

const SHOWN = 5
const FINAL_STATEMENTS = ['adopted', 'delivered'] as const
const MADE_PLEDGES = ['made', 'in_progress', 'fulfilled', 'partly_fulfilled', 'discontinued'] as const

/** What the champion has published, takes part in, has pledged and has signed: the latest first, with the way to all of it. */
export function WorkOfChampion({ champion }: { champion: Champion }) {
  return (
    <>
      <Practices iso3={champion.iso3} />
      <Activities iso3={champion.iso3} />
      <Pledges iso3={champion.iso3} />
      <Statements iso3={champion.iso3} />
    </>
  )
}

function Practices({ iso3 }: { iso3: string }) {
  const { t } = useTranslation('champions')
  const query = useQuery(
    listPracticesOptions({ query: { champion: iso3, status: ['published'], limit: SHOWN } }),
  )
  return (
    <WorkCard
      title={t('practicesCard.title')}
      empty={t('practicesCard.empty')}
      query={query}
      all={{ to: '/practices', search: { champion: iso3 }, label: t('practicesCard.all') }}
    >
      {(practice) => (
        <Row
          key={practice.id}
          look="matter"
          title={
            <TextLink look="title" to={`/practices/${practice.id}` as string}>
              <bdi>{practice.title}</bdi>
            </TextLink>
          }
          context={
            <span className={classes.summary} dir="auto">
              {practice.summary}
            </span>
          }
        >
          <ObjectiveChips numbers={practice.objectives_primary} />
          {practice.is_demonstration && <Invented />}
        </Row>
      )}
    </WorkCard>
  )
}

function Activities({ iso3 }: { iso3: string }) {
  const { t } = useTranslation('champions')
  const format = useFormat()
  const kinds = useTerms('activity-kinds')
  const kindOf = (kind: string) => {
    const term = kinds.find(({ key }) => key === kind)
    return term?.short ?? term?.title
  }
  const query = useQuery(listActivitiesOptions({ query: { champion: iso3, limit: SHOWN } }))
  return (
    <WorkCard
      title={t('activitiesCard.title')}
      empty={t('activitiesCard.empty')}
      query={query}
      all={{ to: '/activities', search: { champion: iso3 }, label: t('activitiesCard.all') }}
    >
      {(activity) => (
        <Row
          key={activity.id}
          title={
            <TextLink look="title" to={`/activities/${activity.id}` as string}>
              <bdi>{activity.title}</bdi>
            </TextLink>
          }
          context={[
            activity.starts_on &&
              format.dateRange(activity.starts_on, activity.ends_on ?? activity.starts_on),
            activity.place,
            kindOf(activity.kind),
          ]
            .filter(Boolean)
            .join(' · ')}
        >
          <ObjectiveChips numbers={activity.objectives} />
          {activity.is_demonstration && <Invented />}
        </Row>
      )}
    </WorkCard>
  )
}

function Pledges({ iso3 }: { iso3: string }) {
  const { t } = useTranslation('champions')
  const format = useFormat()
  const query = useQuery(
    listPledgesOptions({ query: { champion: iso3, status: [...MADE_PLEDGES], limit: SHOWN } }),
  )
  return (
    <WorkCard
      title={t('pledgesCard.title')}
      empty={t('pledgesCard.empty')}
      query={query}
      all={{ to: '/pledges', search: { champion: iso3 }, label: t('pledgesCard.all') }}
    >
      {(pledge) => (
        <Row
          key={pledge.id}
          look="matter"
          title={
            <TextLink look="title" to={`/pledges/${pledge.id}` as string}>
              <bdi>{pledge.title}</bdi>
            </TextLink>
          }
          context={pledge.made_on && t('pledgesCard.madeOn', { date: format.date(pledge.made_on) })}
          aside={
            <StatusBadge tone={pledge.status === 'fulfilled' ? 'done' : 'active'}>
              {t(`pledgesCard.status.${pledge.status}`)}
            </StatusBadge>
          }
        >
          <ObjectiveChips numbers={pledge.objectives} />
          {pledge.is_demonstration && <Invented />}
        </Row>
      )}
    </WorkCard>
  )
}

/** Statements that the champion drafted or signed, once they are adopted. */
function Statements({ iso3 }: { iso3: string }) {
  const { t } = useTranslation('champions')
  const format = useFormat()
  const query = useQuery(
    listStatementsOptions({
      query: { champion: iso3, status: [...FINAL_STATEMENTS], limit: SHOWN },
    }),
  )
  return (
    <WorkCard
      title={t('statementsCard.title')}
      empty={t('statementsCard.empty')}
      query={query}
      all={{ to: '/statements', search: { champion: iso3 }, label: t('statementsCard.all') }}
    >
      {(statement) => (
        <Row
          key={statement.id}
          look="matter"
          title={
            <TextLink look="title" to={`/statements/${statement.id}` as string}>
              <bdi>{statement.title}</bdi>
            </TextLink>
          }
          context={[
            statement.event,
            statement.adopted_at &&
              t('statementsCard.adoptedOn', { date: format.date(statement.adopted_at) }),
          ]
            .filter(Boolean)
            .join(' · ')}
          aside={
            <StatusBadge tone="done">
              {t(statement.status === 'delivered' ? 'statementsCard.delivered' : 'statementsCard.adopted')}
            </StatusBadge>
          }
        >
          {statement.is_demonstration && <Invented />}
        </Row>
      )}
    </WorkCard>
  )
}

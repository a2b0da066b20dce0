import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listActivitiesOptions, listPracticesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { DemonstrationMark } from '@/components/Mark'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { useTerms } from '@/vocabularies/useTerms'
import type { Champion } from './championQuery'
import classes from './WorkOfChampion.module.css'

const SHOWN = 5

/** What the champion has published and takes part in, the latest first, with the way to all of it. */
export function WorkOfChampion({ champion }: { champion: Champion }) {
  return (
    <>
      <Practices iso3={champion.iso3} />
      <Activities iso3={champion.iso3} />
    </>
  )
}

function Practices({ iso3 }: { iso3: string }) {
  const { t } = useTranslation('champions')
  const query = useQuery(
    listPracticesOptions({ query: { champion: iso3, status: ['published'], limit: SHOWN } }),
  )
  return (
    <Card
      title={t('practicesCard.title')}
      action={
        query.data?.next && (
          <TextLink to={'/practices' as string} search={{ champion: iso3 } as never}>
            {t('practicesCard.all')}
          </TextLink>
        )
      }
    >
      <QueryState query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('practicesCard.empty')} />
          ) : (
            <RowList>
              {items.map((practice) => (
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
              ))}
            </RowList>
          )
        }
      </QueryState>
    </Card>
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
    <Card
      title={t('activitiesCard.title')}
      action={
        query.data?.next && (
          <TextLink to={'/activities' as string} search={{ champion: iso3 } as never}>
            {t('activitiesCard.all')}
          </TextLink>
        )
      }
    >
      <QueryState query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('activitiesCard.empty')} />
          ) : (
            <RowList>
              {items.map((activity) => (
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
              ))}
            </RowList>
          )
        }
      </QueryState>
    </Card>
  )
}

function Invented() {
  return (
    <div className={classes.mark}>
      <DemonstrationMark />
    </div>
  )
}

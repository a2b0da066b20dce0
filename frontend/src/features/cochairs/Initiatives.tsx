import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listActivitiesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card } from '@/components/Card'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'

/** Other initiatives that the co-chairs of a term coordinate, such as visibility. */
export function Initiatives({ termId }: { termId: string }) {
  const { t } = useTranslation('cochairs')
  const format = useFormat()
  const query = { coordinated_in: termId, limit: 100, sort: 'starts_on' } as const
  const { data } = useQuery(listActivitiesOptions({ query }))
  if (!data || data.items.length === 0) return null
  return (
    <Card title={t('term.initiatives')}>
      <RowList>
        {data.items.map((activity) => (
          <Row
            key={activity.id}
            look="matter"
            title={
              <TextLink look="title" to="/activities/$activityId" params={{ activityId: activity.id }}>
                {activity.title}
              </TextLink>
            }
            context={[activity.champion?.name, activity.starts_on && format.date(activity.starts_on)]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </RowList>
    </Card>
  )
}

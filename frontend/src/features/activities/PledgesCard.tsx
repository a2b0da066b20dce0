import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listPledgesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card } from '@/components/Card'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'

/** The pledges that came from an activity, or that it carries out. Where there are none it says nothing. */
export function PledgesCard({ activityId }: { activityId: string }) {
  const { t } = useTranslation('activities')
  const { data } = useQuery(listPledgesOptions({ query: { activity: activityId, limit: 100 } }))
  if (!data || data.items.length === 0) return null
  return (
    <Card title={t('pledges')}>
      <RowList>
        {data.items.map(({ id, title, champion }) => (
          <Row
            key={id}
            title={
              <TextLink to="/pledges/$pledgeId" params={{ pledgeId: id }}>
                <bdi>{title}</bdi>
              </TextLink>
            }
            context={champion.name}
          />
        ))}
      </RowList>
    </Card>
  )
}

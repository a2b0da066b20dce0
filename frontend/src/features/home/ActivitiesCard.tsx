import { useTranslation } from 'react-i18next'
import type { OverviewActivity } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { DemonstrationMark } from '@/components/Mark'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { sentence } from './sentence'

/** Public activities to come, or under way. */
export function ActivitiesCard({ activities }: { activities: readonly OverviewActivity[] }) {
  const { t } = useTranslation('home')
  return (
    <Card
      title={t('activities.title')}
      action={<TextLink to={'/activities' as string}>{t('activities.all')}</TextLink>}
    >
      {activities.length === 0 ? (
        <EmptyState title={t('activities.empty')} />
      ) : (
        <RowList>
          {activities.map((activity) => (
            <ActivityRow key={activity.id} activity={activity} />
          ))}
        </RowList>
      )}
    </Card>
  )
}

function ActivityRow({ activity }: { activity: OverviewActivity }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { starts_on, ends_on, format: how, place, champion, is_open_for_partners } = activity
  const where = place || (how === 'online' && t('meeting.format.online'))
  const circumstances = [
    champion?.name,
    format.dateRange(starts_on, ends_on ?? starts_on),
    where,
    is_open_for_partners && t('activities.open'),
  ]
  return (
    <Row
      title={
        <TextLink look="title" to={`/activities/${activity.id}` as string}>
          {activity.title}
        </TextLink>
      }
      context={
        <>
          {sentence(circumstances)} {activity.is_demonstration && <DemonstrationMark />}
        </>
      }
    />
  )
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listDatePollsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card } from '@/components/Card'
import { RowList } from '@/components/Row'
import { usePermission } from '@/session/permission'
import { DatePollRow } from './DatePollRow'

/** The polls about a meeting's date, where there are any. */
export function PollsOfMeetingCard({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('datepolls')
  const isAsked = usePermission('date_polls:answer')
  const { data } = useQuery({
    ...listDatePollsOptions({ query: { meeting_id: meetingId } }),
    enabled: isAsked,
  })
  if (!data || data.items.length === 0) return null
  return (
    <Card title={t('title')}>
      <RowList>
        {data.items.map((poll) => (
          <DatePollRow key={poll.id} poll={poll} />
        ))}
      </RowList>
    </Card>
  )
}

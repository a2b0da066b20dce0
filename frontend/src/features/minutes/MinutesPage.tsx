import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  listActionItemsOptions,
  listMeetingDecisionsOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import type { MinutesBody } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { Deadline } from '@/components/Deadline'
import { EmptyState } from '@/components/EmptyState'
import { QueryState } from '@/components/QueryState'
import { MinutesFiles } from './MinutesFiles'
import { MinutesOfItem } from './MinutesOfItem'
import { minutesQuery } from './minutesQuery'

/** The minutes of a meeting, item by item, with its decisions and action items. */
export function MinutesPage({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('minutes')
  const query = useQuery(minutesQuery(meetingId))
  const decisions = useQuery(
    listMeetingDecisionsOptions({ path: { meeting_id: meetingId }, query: { limit: 100 } }),
  )
  const actions = useQuery(listActionItemsOptions({ query: { meeting_id: meetingId, limit: 100 } }))
  return (
    <QueryState query={query} rows={6}>
      {({ data }) => (
        <Card title={t('title')} action={<Standing minutes={data} />}>
          {data.items.length === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>
          ) : (
            <CardBody>
              <MinutesFiles path={`/meetings/${meetingId}/minutes`} name={`${t('title')} ${data.title}`} />
              {data.items.map((item) => (
                <MinutesOfItem
                  key={item.id}
                  meetingId={meetingId}
                  item={item}
                  decisions={decisions.data?.items ?? []}
                  actionItems={actions.data?.items ?? []}
                />
              ))}
            </CardBody>
          )}
        </Card>
      )}
    </QueryState>
  )
}

/** "Circulated: corrections until Thursday 12 December, 18:00 (17:00 UTC). 3 proposed, 1 to decide." */
function Standing({ minutes }: { minutes: MinutesBody }) {
  const { t } = useTranslation('minutes')
  return (
    <span>
      {t(`status.${minutes.status}`)}
      {minutes.status === 'circulated' && minutes.corrections_until && (
        <>
          {t(minutes.takes_corrections ? 'until' : 'was')} <Deadline at={minutes.corrections_until} />
          {minutes.corrections_count > 0 &&
            ` · ${t('counts', { proposed: minutes.corrections_count, open: minutes.undecided_count })}`}
        </>
      )}
    </span>
  )
}

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { MinutesBody } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { EmptyState } from '@/components/EmptyState'
import { QueryState } from '@/components/QueryState'
import { usePermission } from '@/session/permission'
import classes from './Minutes.module.css'
import { MinutesFiles } from './MinutesFiles'
import { MinutesOfItem } from './MinutesOfItem'
import { MinutesStanding } from './MinutesStanding'
import { minutesQuery } from './minutesQuery'

interface Props {
  meetingId: string
  /** What came out of the meeting as a whole: above what was said item by item, or below where it waits to be written. */
  above: ReactNode
  below: ReactNode
}

/** The minutes of a meeting, item by item, with its decisions and action items. */
export function MinutesPage({ meetingId, above, below }: Props) {
  const { t } = useTranslation('minutes')
  const query = useQuery(minutesQuery(meetingId))
  const isMember = usePermission('minutes:correct')
  useFresh(query.data?.data, query.refetch)
  return (
    <QueryState query={query} rows={6}>
      {({ data, etag }) => (
        <Columns>
          {above}
          <Card title={t('title')} action={<MinutesStanding minutes={data} etag={etag} />}>
            {data.items.length === 0 ? (
              <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>
            ) : (
              <CardBody>
                <div className={classes.foot} data-print="hide">
                  <MinutesFiles
                    path={`/meetings/${meetingId}/minutes`}
                    name={`${t('title')} ${data.title}`}
                  />
                  <Button size="xs" onClick={() => window.print()}>
                    {t('print')}
                  </Button>
                </div>
                {isMember && !data.is_locked && (
                  <p className={classes.intro} data-print="hide">
                    {t(data.actions.includes('write') ? 'textHelp' : 'attribution.style')}
                  </p>
                )}
                {data.items.map((item) => (
                  <MinutesOfItem key={item.id} meetingId={meetingId} item={item} isMember={isMember} />
                ))}
              </CardBody>
            )}
          </Card>
          {below}
        </Columns>
      )}
    </QueryState>
  )
}

const LONGEST_TIMER = 2 ** 31 - 1

/** Reads the minutes again when the time for corrections ends: what one may do changes with the clock. */
function useFresh(minutes: MinutesBody | undefined, refetch: () => unknown): void {
  const until = minutes?.takes_corrections ? minutes.corrections_until : null
  useEffect(() => {
    const left = until ? Date.parse(until) - Date.now() : -1
    if (left < 0 || left > LONGEST_TIMER) return
    const timer = setTimeout(refetch, left + 500)
    return () => clearTimeout(timer)
  }, [until, refetch])
}

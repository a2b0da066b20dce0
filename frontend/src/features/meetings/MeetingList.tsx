import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listMeetingsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { paged } from '@/api/page'
import { Card } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { EmptyState } from '@/components/EmptyState'
import { PagedList } from '@/components/QueryState'
import { RowList } from '@/components/Row'
import { MeetingRow } from './MeetingRow'
import type { MeetingFilters } from './MeetingsPage'
import { byQuarter } from './quarters'

interface Props {
  filters: MeetingFilters
  isFiltered: boolean
}

/** Meetings under the quarter in which they are, the latest first. */
export function MeetingList({ filters, isFiltered }: Props) {
  const { t } = useTranslation('meetings')
  const query = useInfiniteQuery({ ...listMeetingsInfiniteOptions({ query: filters }), ...paged })
  const empty = (
    <Card>
      <EmptyState title={t(isFiltered ? 'emptyFiltered' : 'empty')}>
        {t(isFiltered ? 'emptyFilteredHelp' : 'emptyHelp')}
      </EmptyState>
    </Card>
  )
  return (
    <PagedList query={query} empty={empty}>
      {(meetings) => (
        <Columns>
          {byQuarter(meetings).map(({ year, quarter, meetings: those }) => (
            <Card key={`${year}-${quarter}`} title={t('quarter', { quarter, year })}>
              <RowList>
                {those.map((meeting) => (
                  <MeetingRow key={meeting.id} meeting={meeting} />
                ))}
              </RowList>
            </Card>
          ))}
        </Columns>
      )}
    </PagedList>
  )
}

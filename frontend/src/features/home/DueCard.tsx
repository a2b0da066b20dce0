import { UnstyledButton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getMyDueOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { QueryState } from '@/components/QueryState'
import { RowList } from '@/components/Row'
import { useFormat } from '@/i18n/useFormat'
import type { Session } from '@/session/sessionQuery'
import { navigationCountsKey } from '@/shell/useNavigationCounts'
import classes from './DueCard.module.css'
import { DueRow } from './DueRow'
import { countsOf } from './dueCounts'

const AT_FIRST = 6

/** What waits for the reader, the most urgent first. */
export function DueCard({ session }: { session: Session }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const queryClient = useQueryClient()
  const query = useQuery(getMyDueOptions())
  const [showsAll, setShowsAll] = useState(false)
  const items = query.data?.items
  useEffect(() => {
    if (items) queryClient.setQueryData(navigationCountsKey, countsOf(items))
  }, [items, queryClient])

  const isLong = items !== undefined && items.length > AT_FIRST
  const action = isLong && (
    <UnstyledButton
      className={classes.all}
      aria-expanded={showsAll}
      onClick={() => setShowsAll((shows) => !shows)}
    >
      {showsAll ? t('due.fewer') : t('due.all', { total: format.number(items.length) })}
    </UnstyledButton>
  )
  return (
    <Card title={t('due.title')} action={action}>
      <QueryState query={query} rows={3}>
        {(data) =>
          data.items.length === 0 ? (
            <EmptyState title={t('due.empty')}>
              {t(session.roles.includes('secretariat') ? 'due.emptySecretariat' : 'due.emptyMember')}
            </EmptyState>
          ) : (
            <RowList>
              {data.items.slice(0, showsAll ? undefined : AT_FIRST).map((item) => (
                <DueRow key={`${item.kind} ${item.id}`} item={item} ownChampion={session.champion?.id} />
              ))}
            </RowList>
          )
        }
      </QueryState>
    </Card>
  )
}

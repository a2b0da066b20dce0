import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getMyDueOptions } from '@/api/generated/@tanstack/react-query.gen'
import { EmptyState } from '@/components/EmptyState'
import { QueryState } from '@/components/QueryState'
import type { Session } from '@/session/sessionQuery'
import { DueRow } from './DueRow'
import { ShortList } from './ShortList'

/** What waits for the reader, the most urgent first. */
export function DueCard({ session }: { session: Session }) {
  const { t } = useTranslation('home')
  const query = useQuery(getMyDueOptions())
  const help = session.roles.includes('secretariat') ? 'due.emptySecretariat' : 'due.emptyMember'
  return (
    <ShortList
      title={t('due.title')}
      items={query.data?.items}
      instead={
        <QueryState query={query} rows={3}>
          {() => <EmptyState title={t('due.empty')}>{t(help)}</EmptyState>}
        </QueryState>
      }
    >
      {(item) => <DueRow key={`${item.kind} ${item.id}`} item={item} ownChampion={session.champion?.id} />}
    </ShortList>
  )
}

import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listActionItemsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { completeActionItem } from '@/api/generated/sdk.gen'
import type { ActionItemBody } from '@/api/generated/types.gen'
import { paged } from '@/api/page'
import { Card } from '@/components/Card'
import { DueBadge } from '@/components/DueBadge'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PagedList } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { FilterBar } from '@/lists/FilterBar'
import { FilterFlag } from '@/lists/FilterFlag'
import { useListSearch } from '@/lists/useListSearch'
import type { ActionItemSearch } from './actionItemSearch'

/** What was agreed at all meetings, by the day on which it is due: one's own with a click, what is late stands out. */
export function ActionItemsPage({ search }: { search: ActionItemSearch }) {
  const { t } = useTranslation('actionitems')
  const { setSearch, clear, isFiltered } = useListSearch(search)
  const query = useInfiniteQuery({
    ...listActionItemsInfiniteOptions({ query: { ...search, status: search.status ?? ['open'] } }),
    ...paged,
  })
  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')} />
      <FilterBar
        query={search.q}
        onQuery={(q) => setSearch({ q })}
        placeholder={t('search')}
        isFiltered={isFiltered}
        onClear={clear}
      >
        <FilterFlag label={t('mine')} value={search.is_mine} onChange={(is_mine) => setSearch({ is_mine })} />
        <FilterFlag
          label={t('overdue')}
          value={search.is_overdue}
          onChange={(is_overdue) => setSearch({ is_overdue })}
        />
      </FilterBar>
      <Card>
        <PagedList query={query} empty={<EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>}>
          {(items) => (
            <RowList label={t('title')}>
              {items.map((item) => (
                <ActionItemRow key={item.id} item={item} />
              ))}
            </RowList>
          )}
        </PagedList>
      </Card>
    </>
  )
}

function ActionItemRow({ item }: { item: ActionItemBody }) {
  const { t } = useTranslation('actionitems')
  const complete = useMutation({
    mutationFn: () => completeActionItem({ path: { action_item_id: item.id }, body: {} }),
  })
  return (
    <Row
      title={item.title}
      context={
        <>
          {item.owner?.name ?? t('secretariat')}
          {item.meeting && (
            <>
              {' · '}
              <TextLink to="/meetings/$meetingId/minutes" params={{ meetingId: item.meeting.id }}>
                {item.meeting.title}
              </TextLink>
            </>
          )}
        </>
      }
      aside={
        item.status === 'open' ? (
          <>
            {item.due_on && <DueBadge on={item.due_on} />}
            {item.actions.includes('complete') && (
              <Button size="xs" loading={complete.isPending} onClick={() => complete.mutate()}>
                {t('complete')}
              </Button>
            )}
          </>
        ) : (
          <StatusBadge tone={item.status === 'done' ? 'done' : 'quiet'}>
            {t(`status.${item.status}`)}
          </StatusBadge>
        )
      }
    />
  )
}

import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listActionItemsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { completeActionItem } from '@/api/generated/sdk.gen'
import { paged } from '@/api/page'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PagedRows } from '@/components/QueryState'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { byArrowKeys } from '@/lists/rowKeyboard'
import { useListSearch } from '@/lists/useListSearch'
import { ActionItemBadge } from './ActionItemBadge'
import { ActionItemFilters } from './ActionItemFilters'
import type { ActionItem } from './actionItemQuery'
import type { ActionItemSearch } from './actionItemSearch'

/** What was agreed at all meetings, by the day on which it is due: one's own with a click, what is late stands out. */
export function ActionItemsPage({ search }: { search: ActionItemSearch }) {
  const { t } = useTranslation('actionitems')
  const { isFiltered } = useListSearch(search)
  const query = useInfiniteQuery({
    ...listActionItemsInfiniteOptions({ query: { ...search, status: search.status ?? ['open'] } }),
    ...paged,
  })
  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')} />
      <ActionItemFilters search={search} />
      <Card>
        <PagedRows
          query={query}
          empty={
            <EmptyState title={t(isFiltered ? 'emptyFiltered' : 'empty')}>
              {t(isFiltered ? 'emptyFilteredHelp' : 'emptyHelp')}
            </EmptyState>
          }
          label={t('title')}
          onKeyDown={byArrowKeys}
        >
          {(item) => <ActionItemRow item={item} />}
        </PagedRows>
      </Card>
    </>
  )
}

function ActionItemRow({ item }: { item: ActionItem }) {
  const { t } = useTranslation('actionitems')
  const complete = useMutation({
    mutationFn: () => completeActionItem({ path: { action_item_id: item.id }, body: {} }),
  })
  return (
    <Row
      title={
        <TextLink look="title" to="/action-items/$actionItemId" params={{ actionItemId: item.id }}>
          <bdi>{item.title}</bdi>
        </TextLink>
      }
      context={
        <>
          {item.owner?.name ?? t('secretariat')}
          {item.meeting && ` · ${item.meeting.title}`}
          {item.reports_count > 0 && ` · ${t('reportsCount', { count: item.reports_count })}`}
        </>
      }
      aside={
        <>
          <ActionItemBadge item={item} />
          {item.actions.includes('complete') && (
            <Button size="xs" loading={complete.isPending} onClick={() => complete.mutate()}>
              {t('complete')}
            </Button>
          )}
        </>
      }
    />
  )
}

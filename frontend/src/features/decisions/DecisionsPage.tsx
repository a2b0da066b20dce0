import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  listCochairTermsOptions,
  listDecisionsInfiniteOptions,
  listMeetingsOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import type { DecisionBody } from '@/api/generated/types.gen'
import { paged } from '@/api/page'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PagedRows } from '@/components/QueryState'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { FilterBar } from '@/lists/FilterBar'
import { FilterFlag } from '@/lists/FilterFlag'
import { FilterOne } from '@/lists/FilterMenu'
import { byArrowKeys } from '@/lists/rowKeyboard'
import { useListSearch } from '@/lists/useListSearch'
import { useSession } from '@/session/useSession'
import { DecisionBadge } from './DecisionBadge'
import type { DecisionSearch } from './decisionSearch'

const rarelyChanging = { staleTime: 300_000 }

/** What all meetings decided, the latest first. The public reads what is marked public, once its minutes are adopted. */
export function DecisionsPage({ search }: { search: DecisionSearch }) {
  const { t } = useTranslation('decisions')
  const isMember = useSession() !== null
  const { isFiltered } = useListSearch(search)
  const query = useInfiniteQuery({ ...listDecisionsInfiniteOptions({ query: search }), ...paged })
  return (
    <>
      <PageHeader title={t('title')} summary={t(isMember ? 'summary' : 'summaryPublic')} />
      <Filters search={search} />
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
          {(decision) => <DecisionRow decision={decision} />}
        </PagedRows>
      </Card>
    </>
  )
}

function Filters({ search }: { search: DecisionSearch }) {
  const { t } = useTranslation('decisions')
  const format = useFormat()
  const isMember = useSession() !== null
  const { bar, setSearch } = useListSearch(search)
  const { data: terms } = useQuery({
    ...listCochairTermsOptions({ query: { limit: 100 } }),
    ...rarelyChanging,
  })
  const { data: meetings } = useQuery({
    ...listMeetingsOptions({ query: { limit: 100, status: ['held', 'minutes_circulated', 'closed'] } }),
    ...rarelyChanging,
  })
  const begun = (terms?.items ?? []).filter(({ status }) => status !== 'planned')
  return (
    <FilterBar {...bar} placeholder={t('search')}>
      {isMember && (
        <FilterFlag
          label={t('public')}
          value={search.is_public}
          onChange={(is_public) => setSearch({ is_public })}
        />
      )}
      <FilterOne
        label={t('term')}
        value={search.term_id}
        onChange={(term_id) => setSearch({ term_id })}
        options={begun.map(({ id, champions, starts_on }) => ({
          value: id,
          label: `${format.list(champions.map(({ name }) => name))}, ${format.date(starts_on)}`,
        }))}
      />
      <FilterOne
        label={t('meeting')}
        value={search.meeting_id}
        onChange={(meeting_id) => setSearch({ meeting_id })}
        options={(meetings?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      />
    </FilterBar>
  )
}

function DecisionRow({ decision }: { decision: DecisionBody }) {
  const { t } = useTranslation('decisions')
  const format = useFormat()
  const isMember = useSession() !== null
  const facts = [
    t('number', { number: decision.number }),
    decision.meeting.title,
    format.date(decision.meeting.starts_at),
    isMember && decision.is_public && t('public'),
    decision.action_items_count > 0 &&
      t('actions', { count: decision.action_items_count, open: decision.open_action_items_count }),
  ]
  return (
    <Row
      title={
        <TextLink look="title" to="/decisions/$decisionId" params={{ decisionId: decision.id }}>
          <bdi>{decision.text}</bdi>
        </TextLink>
      }
      context={facts.filter(Boolean).join(' · ')}
      aside={isMember && <DecisionBadge decision={decision} />}
    />
  )
}

import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { listSuggestionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { RowList } from '@/components/Row'
import { useSession } from '@/session/useSession'
import { CollaborationTabs } from './CollaborationTabs'
import { DismissedCard } from './DismissedCard'
import { LettersCard } from './LettersCard'
import { NeedsCard } from './NeedsCard'
import type { partnersSearch } from './partnersSearch'
import { RankingHelp } from './RankingHelp'
import { SuggestionRow } from './SuggestionRow'
import type { Suggestions } from './suggestions'
import { useChampionChoices } from './useChampionChoices'

/** The strongest suggestions; the rest is had by asking for it. */
const FIRST = 8

/** With whom one's champion could work, and why; whom it wrote to, and what champions seek and offer. */
export function PartnersPage({ search }: { search: z.infer<typeof partnersSearch> }) {
  const { t } = useTranslation('collaboration')
  const own = useSession()?.champion
  const iso3 = search.champion ?? own?.iso3
  const choices = useChampionChoices()
  const navigate = useNavigate({ from: '/collaboration/partners' })
  return (
    <>
      <PageHeader
        title={t('partners.title')}
        summary={t('partners.summary')}
        action={
          !own && (
            <Select
              aria-label={t('partners.champion')}
              placeholder={t('partners.champion')}
              data={choices}
              searchable
              value={iso3 ?? null}
              onChange={(champion) => navigate({ search: { champion: champion ?? undefined } })}
            />
          )
        }
      />
      <CollaborationTabs />
      <Columns
        aside={
          <>
            <NeedsCard iso3={iso3} />
            <RankingHelp />
          </>
        }
      >
        {iso3 ? (
          <SuggestionsOf iso3={iso3} />
        ) : (
          <Card>
            <EmptyState title={t('partners.choose')}>{t('partners.chooseHelp')}</EmptyState>
          </Card>
        )}
        <LettersCard />
      </Columns>
    </>
  )
}

function SuggestionsOf({ iso3 }: { iso3: string }) {
  const { t } = useTranslation('collaboration')
  const query = useQuery(listSuggestionsOptions({ query: { champion: iso3 } }))
  return (
    <QueryState query={query} rows={6}>
      {(suggestions) => (
        <>
          <Card
            title={t('partners.suggested')}
            action={t('partners.count', { count: suggestions.items.length })}
          >
            <Found suggestions={suggestions} />
          </Card>
          {suggestions.dismissed.length > 0 && <DismissedCard dismissed={suggestions.dismissed} />}
        </>
      )}
    </QueryState>
  )
}

function Found({ suggestions: { champion, items } }: { suggestions: Suggestions }) {
  const { t } = useTranslation(['collaboration', 'common'])
  const [isWhole, setWhole] = useState(items.length <= FIRST)
  if (items.length === 0)
    return <EmptyState title={t('partners.empty')}>{t('partners.emptyHelp')}</EmptyState>
  return (
    <>
      <RowList ordered>
        {(isWhole ? items : items.slice(0, FIRST)).map((suggestion) => (
          <SuggestionRow key={suggestion.champion.id} own={champion} suggestion={suggestion} />
        ))}
      </RowList>
      {!isWhole && (
        <CardBody>
          <Button onClick={() => setWhole(true)}>{t('common:action.showMore')}</Button>
        </CardBody>
      )}
    </>
  )
}

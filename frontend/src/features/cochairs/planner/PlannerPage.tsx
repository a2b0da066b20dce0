import { Button, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Columns } from '@/components/Columns'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { useListSearch } from '@/lists/useListSearch'
import { SaidCard } from '../availability/SaidCard'
import classes from './Planner.module.css'
import { Proposals } from './Proposals'
import { keptKey, type ProposedTerm, pairKey, proposalQuery } from './proposalQuery'
import type { PlannerSearch } from './search'

const COUNTS = ['1', '2', '3', '4', '5', '6', '8', '10', '12']

/** Who could co-chair next: proposals side by side, to keep or forbid pairs in, and to turn into planned terms. */
export function PlannerPage({ search }: { search: PlannerSearch }) {
  const { t } = useTranslation('rotation')
  const format = useFormat()
  const { setSearch } = useListSearch(search)
  const { kept = [], forbidden = [] } = search
  const query = useQuery(proposalQuery(search))
  const starts = query.data?.[0]?.[0]?.starts_on
  const keep = (term: ProposedTerm) => {
    const key = keptKey(term)
    const others = kept.filter((each) => !each.startsWith(term.starts_on))
    setSearch({ kept: kept.includes(key) ? others : [...others, key] })
  }
  const forbid = (term: ProposedTerm) => setSearch({ forbidden: [...new Set([...forbidden, pairKey(term)])] })
  return (
    <>
      <PageHeader
        title={t('title')}
        summary={starts ? t('summary', { date: format.date(starts) }) : t('summaryEmpty')}
        trail={<TextLink to="/co-chairs">{t('back')}</TextLink>}
      />
      <div className={classes.controls}>
        <TextInput
          type="date"
          label={t('from')}
          value={search.from ?? starts ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setSearch({ from: value || undefined, until: undefined, kept: [] })
          }
        />
        <TextInput
          type="date"
          label={t('firstUntil')}
          value={search.until ?? query.data?.[0]?.[0]?.ends_on ?? ''}
          onChange={({ currentTarget: { value } }) => setSearch({ until: value || undefined, kept: [] })}
        />
        <Select
          label={t('terms')}
          w={120}
          data={COUNTS}
          value={String(search.terms ?? 4)}
          allowDeselect={false}
          onChange={(value) => setSearch({ terms: Number(value ?? 4), kept: [] })}
        />
        {(kept.length > 0 || forbidden.length > 0) && (
          <Button variant="subtle" onClick={() => setSearch({ kept: [], forbidden: [] })}>
            {t('startAgain')}
          </Button>
        )}
      </div>
      <Forbidden
        pairs={forbidden}
        onAllow={(pair) => setSearch({ forbidden: forbidden.filter((each) => each !== pair) })}
      />
      <Columns>
        <QueryState query={query} rows={8}>
          {(plans) => (
            <Proposals
              plans={plans}
              kept={kept}
              isBusy={query.isPlaceholderData}
              onKeep={keep}
              onForbid={forbid}
            />
          )}
        </QueryState>
        <SaidCard />
      </Columns>
    </>
  )
}

function Forbidden({ pairs, onAllow }: { pairs: readonly string[]; onAllow: (pair: string) => void }) {
  const { t } = useTranslation('rotation')
  const format = useFormat()
  const champions = useQuery(listChampionsOptions({ query: { limit: 100 } })).data?.items ?? []
  const name = (iso3: string) => champions.find((champion) => champion.iso3 === iso3)?.name ?? iso3
  if (pairs.length === 0) return null
  return (
    <ul className={classes.forbidden} aria-label={t('forbidden')}>
      {pairs.map((pair) => {
        const names = format.list(pair.split('-').map(name))
        return (
          <li key={pair}>
            <Button
              size="xs"
              rightSection={<IconX size={14} />}
              aria-label={t('allowOf', { pair: names })}
              onClick={() => onAllow(pair)}
            >
              {t('notTogether', { pair: names })}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

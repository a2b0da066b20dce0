import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { listPeopleInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { paged } from '@/api/page'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PagedRows } from '@/components/QueryState'
import { FilterBar } from '@/lists/FilterBar'
import { FilterMany, FilterOne } from '@/lists/FilterMenu'
import { useListSearch } from '@/lists/useListSearch'
import { Allowed } from '@/session/permission'
import { useSession } from '@/session/useSession'
import { InviteDialog } from './InviteDialog'
import { PersonRow } from './PersonRow'
import { type peopleSearch, STANDINGS } from './peopleSearch'
import { useChampionChoices } from './useChampionChoices'
import { useIsSecretariat } from './useIsSecretariat'

type Search = z.infer<typeof peopleSearch>

/** Everybody with an account, for the secretariat; for a lead focal point the people of its champion. */
export function PeoplePage({ search }: { search: Search }) {
  const { t } = useTranslation('administration')
  const [isInviting, setInviting] = useState(false)
  const isSecretariat = useIsSecretariat()
  const champion = useSession()?.champion?.name ?? ''
  const { bar, setSearch, isFiltered } = useListSearch(search)
  const query = useInfiniteQuery({ ...listPeopleInfiniteOptions({ query: search }), ...paged })
  const invite = (
    <Button variant="filled" onClick={() => setInviting(true)}>
      {t('invite.open')}
    </Button>
  )

  return (
    <>
      <PageHeader
        title={isSecretariat ? t('people.title') : t('people.ownTitle')}
        summary={isSecretariat ? t('people.summary') : t('people.ownSummary', { champion })}
        action={
          <>
            <Allowed permission="hub:manage">
              <ButtonLink to="/administration/hub">{t('hub')}</ButtonLink>
            </Allowed>
            <Allowed permission="audit:read">
              <ButtonLink to="/administration/audit">{t('audit.title')}</ButtonLink>
            </Allowed>
            {invite}
          </>
        }
      />
      <FilterBar {...bar} placeholder={t('people.search')}>
        {isSecretariat && <SecretariatFilters search={search} onChange={setSearch} />}
        <FilterOne
          label={t('filter.account')}
          value={search.has_ended === undefined ? undefined : search.has_ended ? 'ended' : 'active'}
          onChange={(state) => setSearch({ has_ended: state && state === 'ended' })}
          options={[
            { value: 'active', label: t('filter.active') },
            { value: 'ended', label: t('filter.ended') },
          ]}
        />
      </FilterBar>
      <Card>
        <PagedRows
          query={query}
          rows={8}
          empty={
            isFiltered ? (
              <EmptyState title={t('people.nobodyFound')}>{t('people.nobodyFoundHelp')}</EmptyState>
            ) : (
              <EmptyState title={t('people.empty')} action={invite}>
                {t('people.emptyHelp')}
              </EmptyState>
            )
          }
          label={t('people.title')}
        >
          {(person) => <PersonRow person={person} />}
        </PagedRows>
      </Card>
      <InviteDialog opened={isInviting} onClose={() => setInviting(false)} />
    </>
  )
}

interface FiltersProps {
  search: Search
  onChange: (change: Partial<Search>) => void
}

function SecretariatFilters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation('administration')
  const champions = useChampionChoices()
  return (
    <>
      <FilterOne
        label={t('filter.champion')}
        value={search.champion}
        onChange={(champion) => onChange({ champion })}
        options={champions}
      />
      <FilterMany
        label={t('filter.standing')}
        value={search.standing}
        onChange={(standing) => onChange({ standing })}
        options={STANDINGS.map((standing) => ({ value: standing, label: t(`standing.${standing}`) }))}
      />
    </>
  )
}

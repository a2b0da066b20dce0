import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { listConsultationsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
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
import { ConsultationRow } from './ConsultationRow'
import { ABOUT, CONSULTATION_STATUSES, type consultationSearch } from './consultationSearch'

export type ConsultationSearch = z.output<typeof consultationSearch>

/** What champions were and are asked, the latest deadline first. */
export function ConsultationsPage({ search }: { search: ConsultationSearch }) {
  const { t } = useTranslation('consultations')
  const { bar, setSearch, isFiltered } = useListSearch(search)
  const query = useInfiniteQuery({ ...listConsultationsInfiniteOptions({ query: search }), ...paged })
  return (
    <>
      <PageHeader
        title={t('title')}
        summary={t('summary')}
        action={
          <Allowed permission="consultations:write">
            <ButtonLink to="/consultations/new" variant="filled">
              {t('ask')}
            </ButtonLink>
          </Allowed>
        }
      />
      <FilterBar {...bar} placeholder={t('search')}>
        <FilterMany
          label={t('status.label')}
          value={search.status}
          onChange={(status) => setSearch({ status })}
          options={CONSULTATION_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        />
        <FilterOne
          label={t('about.label')}
          value={search.about}
          onChange={(about) => setSearch({ about })}
          options={ABOUT.map((about) => ({ value: about, label: t(`about.${about}`) }))}
        />
      </FilterBar>
      <Card>
        <PagedRows
          query={query}
          empty={
            <EmptyState title={t(isFiltered ? 'emptyFiltered' : 'empty')}>
              {t(isFiltered ? 'emptyFilteredHelp' : 'emptyHelp')}
            </EmptyState>
          }
          label={t('title')}
        >
          {(consultation) => <ConsultationRow consultation={consultation} />}
        </PagedRows>
      </Card>
    </>
  )
}

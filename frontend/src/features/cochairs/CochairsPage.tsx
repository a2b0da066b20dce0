import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { itemsOf, paged } from '@/api/page'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { PagedList } from '@/components/QueryState'
import { useFormat } from '@/i18n/useFormat'
import { Allowed } from '@/session/permission'
import { OwnAvailabilityCard } from './availability/OwnAvailabilityCard'
import { CurrentPair, NextPair } from './Pairs'
import { TermTable } from './TermTable'
import { Timeline } from './Timeline'
import { type Term, termsQuery } from './termQuery'

/** Who led, leads and will lead the Initiative. */
export function CochairsPage() {
  const { t } = useTranslation('cochairs')
  const query = useInfiniteQuery({ ...termsQuery, ...paged })
  const terms = query.data && itemsOf(query.data)
  return (
    <>
      <PageHeader
        title={t('title')}
        summary={terms ? <Standing terms={terms} /> : t('loading')}
        action={
          <>
            <ButtonLink to="/co-chairs/guide">{t('guide.link')}</ButtonLink>
            <Allowed permission="cochair_terms:write">
              <ButtonLink to="/co-chairs/new">{t('plan')}</ButtonLink>
            </Allowed>
            <Allowed permission="cochair_rotation:read">
              <ButtonLink to="/co-chairs/planner" variant="filled">
                {t('planner')}
              </ButtonLink>
            </Allowed>
          </>
        }
      />
      <PagedList
        query={query}
        rows={6}
        empty={
          <Card>
            <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
          </Card>
        }
      >
        {(items) => <Terms terms={items} />}
      </PagedList>
    </>
  )
}

const currentOf = (terms: readonly Term[]) => terms.find(({ status }) => status === 'current')
const nextOf = (terms: readonly Term[]) => terms.findLast(({ status }) => status === 'planned')

function Standing({ terms }: { terms: Term[] }) {
  const { t } = useTranslation('cochairs')
  const format = useFormat()
  const current = currentOf(terms)
  if (!current) return t('nobody')
  return t('nowUntil', {
    pair: format.list(current.champions.map(({ name }) => name)),
    count: current.days_left,
    date: format.date(current.ends_on),
  })
}

function Terms({ terms }: { terms: Term[] }) {
  return (
    <Columns
      aside={
        <>
          <CurrentPair term={currentOf(terms)} />
          <NextPair term={nextOf(terms)} />
          <OwnAvailabilityCard />
        </>
      }
    >
      <Timeline terms={terms} />
      <TermTable terms={terms} />
    </Columns>
  )
}

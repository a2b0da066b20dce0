import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { RowList } from '@/components/Row'
import { PracticeViews } from '../PracticeViews'
import { SavedSearchRow } from './SavedSearchRow'
import { savedSearchesQuery } from './savedSearches'

/** The searches that one keeps: what each finds, what is new in it, and how often letters tell of it. */
export function SavedSearchesPage() {
  const { t } = useTranslation('savedsearches')
  const { t: practices } = useTranslation('practices')
  const query = useQuery(savedSearchesQuery)
  return (
    <>
      <PageHeader title={practices('title')} summary={t('summary')} />
      <PracticeViews />
      <Card>
        <QueryState query={query} rows={3}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState
                title={t('empty')}
                action={<ButtonLink to="/practices">{t('toPractices')}</ButtonLink>}
              >
                {t('emptyHelp')}
              </EmptyState>
            ) : (
              <RowList label={t('title')}>
                {items.map((saved) => (
                  <SavedSearchRow key={saved.id} saved={saved} />
                ))}
              </RowList>
            )
          }
        </QueryState>
      </Card>
    </>
  )
}

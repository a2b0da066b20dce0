import { Trans, useTranslation } from 'react-i18next'
import type { TermServed } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { Row, RowList } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'

export function TermsServed({ terms }: { terms: TermServed[] }) {
  const { t } = useTranslation('champions')
  const format = useFormat()
  const isAhead = (term: TermServed) => !term.is_current && Date.parse(term.starts_on) > Date.now()

  return (
    <Card title={t('terms.title')}>
      {terms.length === 0 && <EmptyState title={t('terms.empty')} />}
      <RowList>
        {terms.map((term) => (
          <Row
            key={term.id}
            title={format.dateRange(term.starts_on, term.ends_on)}
            context={<WithChampion term={term} />}
            aside={
              term.is_current ? (
                <StatusBadge tone="active">{t('terms.now')}</StatusBadge>
              ) : (
                isAhead(term) && <StatusBadge tone="quiet">{t('terms.coming')}</StatusBadge>
              )
            }
          />
        ))}
      </RowList>
    </Card>
  )
}

function WithChampion({ term }: { term: TermServed }) {
  const { t } = useTranslation('champions')
  const { id, name } = term.with_champion
  return (
    <Trans
      t={t}
      i18nKey="terms.with"
      values={{ champion: name }}
      components={{ champion: <TextLink to="/champions/$championId" params={{ championId: id }} /> }}
    />
  )
}

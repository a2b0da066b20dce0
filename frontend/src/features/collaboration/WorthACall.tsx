import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listSuggestionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { isolated } from '@/i18n/isolated'
import { useReasonWords } from './useReasonWords'

const SHOWN = 3

/** The likeliest partners of one's own champion, each with its weightiest reason. */
export function WorthACall({ iso3 }: { iso3: string }) {
  const { t } = useTranslation('collaboration')
  const told = useReasonWords()
  const query = useQuery(listSuggestionsOptions({ query: { champion: iso3 } }))
  return (
    <Card
      title={t('worthACall.title')}
      action={<TextLink to="/collaboration/partners">{t('worthACall.all')}</TextLink>}
    >
      <QueryState query={query} rows={3}>
        {({ champion, items }) =>
          items.length === 0 ? (
            <EmptyState title={t('partners.empty')} />
          ) : (
            <RowList>
              {items.slice(0, SHOWN).map((suggestion) => (
                <Row
                  key={suggestion.champion.id}
                  title={t('worthACall.pair', {
                    own: isolated(champion.name),
                    other: isolated(suggestion.champion.name),
                  })}
                  context={suggestion.reasons[0] && told(suggestion.reasons[0])}
                />
              ))}
            </RowList>
          )
        }
      </QueryState>
    </Card>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { Citation } from './Citation'
import { type PracticeBody, versionsQuery } from './practiceQuery'

/** Every published version, each to be read as it was and cited. */
export function Versions({ practice }: { practice: PracticeBody }) {
  const { t } = useTranslation('practices')
  const format = useFormat()
  const query = useQuery(versionsQuery(practice.id))
  return (
    <Card title={t('versions.title')}>
      <QueryState query={query} rows={1}>
        {({ items }) => (
          <RowList>
            {items.map(({ number, published_at, title }) => (
              <Row
                key={number}
                title={
                  <TextLink
                    look="title"
                    to="/practices/$practiceId/versions/$number"
                    params={{ practiceId: practice.id, number: String(number) }}
                  >
                    {t('versions.version', { number: format.number(number) })}
                  </TextLink>
                }
                context={t('versions.published', { date: format.date(published_at) })}
                aside={
                  number === practice.version && practice.status === 'published' && t('versions.current')
                }
              >
                <Citation
                  champion={practice.champion.name}
                  title={title}
                  practiceId={practice.id}
                  number={number}
                  publishedAt={published_at}
                />
              </Row>
            ))}
          </RowList>
        )}
      </QueryState>
    </Card>
  )
}

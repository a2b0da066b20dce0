import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { getMyNewsOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { NewsItem } from '@/api/generated/types.gen'
import { EmptyState } from '@/components/EmptyState'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { QueryState } from '@/components/QueryState'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { isolated } from '@/i18n/isolated'
import { useFormat } from '@/i18n/useFormat'
import type { Session } from '@/session/sessionQuery'
import { pathOfNews } from './recordPath'
import { ShortList } from './ShortList'
import { useVisit } from './useVisit'

/** What others did since the reader was last here. */
export function NewsCard({ session }: { session: Session }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { since, onShown } = useVisit(session)
  const query = useQuery(getMyNewsOptions(since ? { query: { since } } : {}))
  const isShown = query.data !== undefined
  useEffect(() => {
    if (isShown) onShown()
  }, [isShown, onShown])
  return (
    <ShortList
      title={t('news.title')}
      items={query.data?.items}
      instead={
        <QueryState query={query} rows={3}>
          {(news) => <EmptyState title={t('news.empty', { ago: format.ago(news.since) })} />}
        </QueryState>
      }
    >
      {(item) => <NewsRow key={`${item.kind} ${item.id} ${item.at}`} item={item} />}
    </ShortList>
  )
}

function NewsRow({ item }: { item: NewsItem }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const title = isolated(item.title)
  const champion = item.champion?.name
  return (
    <Row
      title={
        <TextLink look="title" to={pathOfNews(item)}>
          {champion ? t(`news.by.${item.kind}`, { champion, title }) : t(`news.${item.kind}`, { title })}
        </TextLink>
      }
      context={item.excerpt && <bdi>{item.excerpt}</bdi>}
      aside={<time dateTime={item.at}>{format.ago(item.at)}</time>}
    >
      <ObjectiveChips numbers={item.objectives} />
    </Row>
  )
}

import { useTranslation } from 'react-i18next'
import type { AheadItem } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { pathOfAhead } from './recordPath'

/** The handover, outside processes and the next activities, with the days until then. */
export function AheadCard({ items }: { items: readonly AheadItem[] }) {
  const { t } = useTranslation('home')
  if (items.length === 0) return null
  return (
    <Card title={t('ahead.title')}>
      <RowList>
        {items.map((item) => (
          <AheadRow key={item.id} item={item} />
        ))}
      </RowList>
    </Card>
  )
}

function AheadRow({ item }: { item: AheadItem }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const title =
    item.kind === 'handover'
      ? t('ahead.handover', { pair: format.list(item.champions.map(({ name }) => name)) })
      : item.title
  return (
    <Row
      title={
        <TextLink look="title" to={pathOfAhead(item)}>
          {title}
        </TextLink>
      }
      context={format.date(item.starts_on)}
      aside={t('ahead.days', { count: format.daysUntil(item.starts_on) })}
    />
  )
}

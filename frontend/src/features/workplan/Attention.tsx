import { useMediaQuery } from '@mantine/hooks'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkplanItemSummary } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { LoadMore } from '@/components/LoadMore'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { ItemBadge } from './ItemBadge'
import { joined, useItemWords } from './useItemWords'

/** What is overdue, the latest first, then what is delayed or at risk; not what goes on in another plan. */
function attentionOf(items: readonly WorkplanItemSummary[]): WorkplanItemSummary[] {
  return items
    .filter((item) => !item.is_rolled_over)
    .filter((item) => item.is_overdue || item.status === 'at_risk' || item.status === 'delayed')
    .sort((one, other) => other.days_late - one.days_late)
}

const AT_FIRST = 8

interface Props {
  items: readonly WorkplanItemSummary[]
}

/** The worst of it at first; the rest where one asks. */
export const Attention = memo(function Attention({ items }: Props) {
  const { t } = useTranslation('workplan')
  const words = useItemWords()
  const [isWhole, setWhole] = useState(false)
  const waiting = attentionOf(items)
  const isPhone = useMediaQuery('(max-width: 47.5em)', false, { getInitialValueInEffect: false })

  return (
    <Card title={t('attention.title')}>
      {waiting.length === 0 && <CardBody>{t('attention.nothing')}</CardBody>}
      <RowList>
        {(isWhole ? waiting : waiting.slice(0, AT_FIRST)).map((item) => (
          <Row
            key={item.id}
            title={
              <TextLink look="title" to="/workplan/$itemId" params={{ itemId: item.id }}>
                {item.title}
              </TextLink>
            }
            context={joined(
              words.lead(item),
              item.last_update ? undefined : words.supporting(item),
              words.due(item),
              words.waitsFor(item),
              isPhone ? undefined : words.lastUpdate(item),
            )}
            aside={<ItemBadge item={item} />}
          >
            <ObjectiveChips numbers={item.objectives} />
          </Row>
        ))}
      </RowList>
      <LoadMore
        query={{
          hasNextPage: !isWhole && waiting.length > AT_FIRST,
          isFetchingNextPage: false,
          fetchNextPage: () => setWhole(true),
        }}
      />
    </Card>
  )
})

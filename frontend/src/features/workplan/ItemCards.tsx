import { useTranslation } from 'react-i18next'
import type { WorkplanItemSummary, WorkplanSummary } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { ItemBadge } from './ItemBadge'
import type { Area } from './search'
import { useAreas } from './useAreas'
import { joined, useItemWords } from './useItemWords'

interface Props {
  plan: WorkplanSummary
  items: readonly WorkplanItemSummary[]
  areas: readonly Area[]
}

/** The table where there is no room for one: a card for each area, a row for each item. */
export function ItemCards({ plan, items, areas }: Props) {
  const { t } = useTranslation('workplan')
  const words = useItemWords()
  return useAreas()
    .filter(({ key }) => areas.includes(key))
    .map(({ key, name }) => {
      const progress = plan.progress.by_area.find((area) => area.scope_of_work === key)
      const within = items.filter((item) => item.scope_of_work === key)
      if (within.length === 0) return null
      return (
        <Card
          key={key}
          title={name}
          action={progress && t('context.ofArea', { done: progress.done, total: progress.items })}
        >
          <RowList>
            {within.map((item) => (
              <Row
                key={item.id}
                title={
                  <TextLink look="title" to="/workplan/$itemId" params={{ itemId: item.id }}>
                    {item.title}
                  </TextLink>
                }
                context={joined(words.lead(item), words.due(item))}
                aside={<ItemBadge item={item} />}
              />
            ))}
          </RowList>
        </Card>
      )
    })
}

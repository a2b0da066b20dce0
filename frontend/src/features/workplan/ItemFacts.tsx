import { useTranslation } from 'react-i18next'
import type { ItemOfAnotherPlan, TiedItem, WorkplanItemBody } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { Fact, Facts } from '@/components/Facts'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './ItemFacts.module.css'
import { useAreaName } from './useAreas'

/** An item's circumstances. */
export function ItemFacts({ item }: { item: WorkplanItemBody }) {
  const { t } = useTranslation('workplan')
  const format = useFormat()
  const areaName = useAreaName()
  const day = (value: string | null) => (value ? format.date(value) : t('item.noDate'))

  return (
    <Card title={t('item.facts')}>
      <CardBody>
        <Facts>
          <Fact name={t('item.lead')}>
            {item.lead ? <ChampionLink champion={item.lead} /> : t('item.noLead')}
          </Fact>
          {item.supporting.length > 0 && (
            <Fact name={t('item.supporting')}>
              <ul className={classes.list}>
                {item.supporting.map((champion) => (
                  <li key={champion.id}>
                    <ChampionLink champion={champion} />
                  </li>
                ))}
              </ul>
            </Fact>
          )}
          <Fact name={t('item.starts')}>{day(item.starts_on)}</Fact>
          <Fact name={t('item.due')}>{day(item.due_on)}</Fact>
          {item.percentage !== null && (
            <Fact name={t('item.percentage')}>{t('item.percent', { percentage: item.percentage })}</Fact>
          )}
          <Fact name={t('item.area')}>{areaName(item.scope_of_work)}</Fact>
          <Fact name={t('item.objectives')}>
            {item.objectives.length > 0 ? <ObjectiveChips numbers={item.objectives} /> : t('item.none')}
          </Fact>
          <Fact name={t('item.processes')}>
            {item.processes.length > 0 ? (
              <ul className={classes.list}>
                {item.processes.map((process) => (
                  <li key={process.id}>
                    <TextLink to="/processes/$processId" params={{ processId: process.id }}>
                      {process.title}
                    </TextLink>
                  </li>
                ))}
              </ul>
            ) : (
              t('item.none')
            )}
          </Fact>
          {item.waits_for.length > 0 && (
            <Fact name={t('item.waitsFor')}>
              <Tied items={item.waits_for} />
            </Fact>
          )}
          {item.awaited_by.length > 0 && (
            <Fact name={t('item.awaitedBy')}>
              <Tied items={item.awaited_by} />
            </Fact>
          )}
          {item.rolled_over_from && (
            <Fact name={t('item.from')}>
              <OtherPlan item={item.rolled_over_from} />
            </Fact>
          )}
          {item.rolled_over_to && (
            <Fact name={t('item.to')}>
              <OtherPlan item={item.rolled_over_to} />
            </Fact>
          )}
        </Facts>
      </CardBody>
    </Card>
  )
}

function Tied({ items }: { items: readonly TiedItem[] }) {
  const { t } = useTranslation('workplan')
  return (
    <ul className={classes.list}>
      {items.map((other) => (
        <li key={other.id}>
          <TextLink to="/workplan/$itemId" params={{ itemId: other.id }}>
            <bdi>{other.title}</bdi>
          </TextLink>
          {' · '}
          {t(`status.${other.status}`)}
        </li>
      ))}
    </ul>
  )
}

function OtherPlan({ item }: { item: ItemOfAnotherPlan }) {
  return (
    <TextLink to="/workplan/$itemId" params={{ itemId: item.id }}>
      {item.workplan_title}
    </TextLink>
  )
}

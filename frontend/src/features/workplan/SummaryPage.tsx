import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { WorkplanItemSummary, WorkplanSummary } from '@/api/generated/types.gen'
import { itemsOf } from '@/api/page'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { today } from '@/time/today'
import { ItemBadge } from './ItemBadge'
import { useStanding } from './PlanHeader'
import classes from './SummaryPage.module.css'
import { useAreas } from './useAreas'
import { itemsQuery, plansQuery, planToOpen } from './workplanQueries'

/** From so many items on, the page is set smaller so that it stays one. */
const MANY = 26

/** The whole plan on one sheet of A4: area by area, what is to be done, who leads, by when, and where it stands. */
export function SummaryPage({ planId }: { planId: string | undefined }) {
  const { t } = useTranslation('workplan')
  const query = useQuery(plansQuery())
  return (
    <QueryState query={query}>
      {({ items }) => {
        const plan = planToOpen(items, planId, today())
        return plan ? (
          <Summary plan={plan} />
        ) : (
          <Card>
            <EmptyState title={t('none.title')}>{t('none.forOthers')}</EmptyState>
          </Card>
        )
      }}
    </QueryState>
  )
}

function Summary({ plan }: { plan: WorkplanSummary }) {
  const { t } = useTranslation('workplan')
  const query = useInfiniteQuery(itemsQuery({ workplan_id: plan.id, sort: 'due_on' }))
  return (
    <>
      <PageHeader
        trail={
          <TextLink to="/workplan" search={{ workplan: plan.id }}>
            {t('title')}
          </TextLink>
        }
        title={plan.title}
        summary={useStanding(plan)}
        action={
          <Button variant="filled" onClick={() => window.print()}>
            {t('summary.print')}
          </Button>
        }
      />
      <Card>
        <QueryState query={query} rows={8}>
          {(data) => <Areas items={itemsOf(data)} />}
        </QueryState>
      </Card>
    </>
  )
}

function Areas({ items }: { items: readonly WorkplanItemSummary[] }) {
  const { t } = useTranslation('workplan')
  const format = useFormat()
  const areas = useAreas()
  return (
    <div className={classes.scroll}>
      <table className={classes.items} data-many={items.length > MANY || undefined}>
        <thead>
          <tr>
            <th scope="col">{t('table.item')}</th>
            <th scope="col">{t('table.lead')}</th>
            <th scope="col">{t('table.due')}</th>
            <th scope="col">{t('table.status')}</th>
          </tr>
        </thead>
        {areas.map(({ key, name }) => {
          const own = items.filter((item) => item.scope_of_work === key)
          return (
            <tbody key={key}>
              <tr>
                <th colSpan={4} scope="rowgroup" className={classes.area}>
                  {name}
                </th>
              </tr>
              {own.length === 0 && (
                <tr>
                  <td colSpan={4} className={classes.nothing}>
                    {t('timeline.nothing')}
                  </td>
                </tr>
              )}
              {own.map((item) => (
                <tr key={item.id}>
                  <td>
                    <TextLink look="title" to="/workplan/$itemId" params={{ itemId: item.id }} dir="auto">
                      {item.title}
                    </TextLink>
                  </td>
                  <td>{item.lead?.name ?? t('table.coChairs')}</td>
                  <td className={classes.day}>{item.due_on && format.date(item.due_on)}</td>
                  <td>
                    <ItemBadge item={item} />
                  </td>
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

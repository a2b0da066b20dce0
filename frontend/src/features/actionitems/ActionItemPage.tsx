import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { Columns } from '@/components/Columns'
import { Fact, Facts } from '@/components/Facts'
import { DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { Prose } from '@/components/Prose'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { ActionItemBadge } from './ActionItemBadge'
import classes from './ActionItemPage.module.css'
import { ActionItemSteps } from './ActionItemSteps'
import { type ActionItem, actionItemQuery } from './actionItemQuery'
import { DateWish } from './DateWish'
import { Reports } from './Reports'

/** One action item: where it comes from, what was reported, and the form to report more. */
export function ActionItemPage({ id }: { id: string }) {
  const query = useQuery(actionItemQuery(id))
  return (
    <QueryState query={query} rows={6}>
      {({ data, etag }) => <OneItem key={data.id} item={data} etag={etag} />}
    </QueryState>
  )
}

function OneItem({ item, etag }: { item: ActionItem; etag: string }) {
  const { t } = useTranslation('actionitems')
  return (
    <>
      <PageHeader
        trail={<TextLink to="/action-items">{t('title')}</TextLink>}
        title={item.title}
        summary={
          <div className={classes.standing}>
            <ActionItemBadge item={item} />
            <span>{item.owner?.name ?? t('secretariat')}</span>
            {item.is_demonstration && <DemonstrationMark />}
          </div>
        }
        action={<ActionItemSteps item={item} etag={etag} />}
      />
      <Columns aside={<Origin item={item} />}>
        {item.asked_due_on && <DateWish item={item} etag={etag} />}
        {item.description && (
          <Card title={t('description')}>
            <CardBody>
              <Prose>{item.description}</Prose>
            </CardBody>
          </Card>
        )}
        <Reports item={item} />
      </Columns>
    </>
  )
}

/** Who does it, by when, and where that was agreed. */
function Origin({ item }: { item: ActionItem }) {
  const { t } = useTranslation('actionitems')
  const format = useFormat()
  const { meeting, agenda_item: agendaItem, decision } = item
  return (
    <Card title={t('origin')}>
      <CardBody>
        <Facts>
          <Fact name={t('owner')}>
            {item.owner ? <ChampionLink champion={item.owner} /> : t('secretariat')}
          </Fact>
          <Fact name={t('due')}>{item.due_on ? format.date(item.due_on) : t('noDue')}</Fact>
          <Fact name={t('closed')}>{item.closed_at && format.date(item.closed_at)}</Fact>
          <Fact name={t('why')}>{item.status_reason && <bdi>{item.status_reason}</bdi>}</Fact>
          <Fact name={t('meeting')}>
            {meeting && (
              <TextLink to="/meetings/$meetingId/minutes" params={{ meetingId: meeting.id }}>
                {meeting.title}
              </TextLink>
            )}
          </Fact>
          <Fact name={t('agendaItem')}>{agendaItem && <bdi>{agendaItem.title}</bdi>}</Fact>
          <Fact name={t('decision', { number: item.decision_number ?? 0 })}>
            {decision && (
              <TextLink to="/decisions/$decisionId" params={{ decisionId: decision.id }}>
                <bdi>{decision.title}</bdi>
              </TextLink>
            )}
          </Fact>
          <Fact name={t('source')}>{item.source}</Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

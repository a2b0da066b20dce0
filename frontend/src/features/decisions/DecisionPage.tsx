import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getDecisionQueryKey, listActionItemsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { changeDecision, getDecision } from '@/api/generated/sdk.gen'
import type { DecisionBody } from '@/api/generated/types.gen'
import { ifMatch, recordQuery } from '@/api/record'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { Fact, Facts } from '@/components/Facts'
import { DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { Prose } from '@/components/Prose'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { useSession } from '@/session/useSession'
import { DecisionBadge } from './DecisionBadge'

const decisionQuery = (id: string) =>
  recordQuery<DecisionBody>(getDecisionQueryKey({ path: { decision_id: id } }), (signal) =>
    getDecision({ path: { decision_id: id }, signal }),
  )

/** One decision: its words, what it takes up, and what follows from it. */
export function DecisionPage({ id }: { id: string }) {
  const query = useQuery(decisionQuery(id))
  return (
    <QueryState query={query} rows={4}>
      {({ data, etag }) => <OneDecision decision={data} etag={etag} />}
    </QueryState>
  )
}

function OneDecision({ decision, etag }: { decision: DecisionBody; etag: string }) {
  const { t } = useTranslation('decisions')
  const isMember = useSession() !== null
  return (
    <>
      <PageHeader
        trail={<TextLink to="/decisions">{t('title')}</TextLink>}
        title={t('numberOf', { number: decision.number, meeting: decision.meeting.title })}
        summary={
          <>
            <DecisionBadge decision={decision} /> {decision.is_demonstration && <DemonstrationMark />}
          </>
        }
        action={decision.actions.includes('change') && <PublicSwitch decision={decision} etag={etag} />}
      />
      <Columns aside={<Circumstances decision={decision} />}>
        <Card title={t('words')}>
          <CardBody>
            <Prose>{decision.text}</Prose>
          </CardBody>
        </Card>
        {isMember && <FollowsCard decision={decision} />}
      </Columns>
    </>
  )
}

function Circumstances({ decision }: { decision: DecisionBody }) {
  const { t } = useTranslation('decisions')
  const format = useFormat()
  const { meeting, agenda_item: agendaItem, workplan_item: workplanItem, activity } = decision
  return (
    <Card title={t('circumstances')}>
      <CardBody>
        <Facts>
          <Fact name={t('meeting')}>
            <TextLink to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
              {meeting.title}
            </TextLink>
          </Fact>
          <Fact name={t('held')}>{format.date(meeting.starts_at)}</Fact>
          <Fact name={t('agendaItem')}>{agendaItem && <bdi>{agendaItem.title}</bdi>}</Fact>
          <Fact name={t('workplanItem')}>
            {workplanItem && (
              <TextLink to="/workplan/$itemId" params={{ itemId: workplanItem.id }}>
                <bdi>{workplanItem.title}</bdi>
              </TextLink>
            )}
          </Fact>
          <Fact name={t('activity')}>
            {activity && (
              <TextLink to="/activities/$activityId" params={{ activityId: activity.id }}>
                <bdi>{activity.title}</bdi>
              </TextLink>
            )}
          </Fact>
          <Fact name={t('whoReads')}>{t(decision.is_public ? 'readByAll' : 'readByMembers')}</Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

/** The action items that follow from it. */
function FollowsCard({ decision }: { decision: DecisionBody }) {
  const { t } = useTranslation('decisions')
  const format = useFormat()
  const query = useQuery(listActionItemsOptions({ query: { decision_id: decision.id, limit: 100 } }))
  return (
    <Card title={t('follows')}>
      <QueryState query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('nothingFollows')} />
          ) : (
            <RowList>
              {items.map((item) => (
                <Row
                  key={item.id}
                  title={
                    <TextLink
                      look="title"
                      to="/action-items/$actionItemId"
                      params={{ actionItemId: item.id }}
                    >
                      <bdi>{item.title}</bdi>
                    </TextLink>
                  }
                  context={[item.owner?.name ?? t('secretariat'), item.due_on && format.date(item.due_on)]
                    .filter(Boolean)
                    .join(' · ')}
                  aside={t(`status.${item.status}`)}
                />
              ))}
            </RowList>
          )
        }
      </QueryState>
    </Card>
  )
}

function PublicSwitch({ decision, etag }: { decision: DecisionBody; etag: string }) {
  const { t } = useTranslation('decisions')
  const [isAsking, setAsking] = useState(false)
  const change = useMutation({
    mutationFn: () =>
      changeDecision({
        path: { meeting_id: decision.meeting.id, decision_id: decision.id },
        body: { is_public: !decision.is_public },
        headers: ifMatch(etag),
      }),
  })
  const verb = decision.is_public ? 'hide' : 'show'
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t(`${verb}.title`)}</Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t(`${verb}.title`)}
        confirmLabel={t(`${verb}.title`)}
        onConfirm={() => change.mutateAsync()}
      >
        {t(`${verb}.help`)}
      </ConfirmDialog>
    </>
  )
}

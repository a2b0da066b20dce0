import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listActionItemUpdatesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { ActionItemUpdateBody } from '@/api/generated/types.gen'
import { paged } from '@/api/page'
import { Card, CardBody } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { Prose } from '@/components/Prose'
import { PagedRows } from '@/components/QueryState'
import { Row } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/i18n/useFormat'
import classes from './ActionItemPage.module.css'
import type { ActionItem } from './actionItemQuery'
import { ReportForm } from './ReportForm'

/** What was reported and what came of it, the latest first, below the form to report more. */
export function Reports({ item }: { item: ActionItem }) {
  const { t } = useTranslation('actionitems')
  const path = { action_item_id: item.id }
  const query = useInfiniteQuery({
    ...listActionItemUpdatesInfiniteOptions({ path }),
    ...paged,
    initialPageParam: { path },
  })
  return (
    <Card title={t('history.title')}>
      {item.actions.includes('report') && (
        <div className={classes.report} data-print="hide">
          <CardBody>
            <ReportForm item={item} />
          </CardBody>
        </div>
      )}
      <PagedRows
        query={query}
        rows={2}
        empty={<EmptyState title={t('history.empty')} />}
        label={t('history.title')}
      >
        {(report) => <ReportRow report={report} />}
      </PagedRows>
    </Card>
  )
}

function ReportRow({ report }: { report: ActionItemUpdateBody }) {
  const { t } = useTranslation('actionitems')
  const format = useFormat()
  return (
    <Row
      title={<WhatCame report={report} />}
      context={t('history.by', {
        person: report.person_name,
        champion: report.champion?.name ?? t('secretariat'),
        date: format.date(report.reported_at),
      })}
      aside={
        report.status && (
          <StatusBadge tone={report.status === 'done' ? 'done' : 'quiet'}>
            {t(`status.${report.status}`)}
          </StatusBadge>
        )
      }
    >
      {report.text && <Prose>{report.text}</Prose>}
    </Row>
  )
}

function WhatCame({ report }: { report: ActionItemUpdateBody }) {
  const { t } = useTranslation('actionitems')
  const format = useFormat()
  if (report.asked_due_on) return t('history.asked', { date: format.date(report.asked_due_on) })
  if (report.due_on) return t('history.due', { date: format.date(report.due_on) })
  return t(report.status ? `history.${report.status}` : 'history.report')
}

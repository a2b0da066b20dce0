import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listPledgeReportsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { ExternalLink } from '@/components/ExternalLink'
import { Prose } from '@/components/Prose'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { useFormat } from '@/i18n/useFormat'
import classes from './Pledges.module.css'
import type { Pledge, Report } from './pledgeQuery'
import { ReportDialog } from './ReportDialog'

/** What was reported on a pledge, the latest first. */
export function ReportsCard({ pledge }: { pledge: Pledge }) {
  const { t } = useTranslation('pledges')
  const query = useQuery(listPledgeReportsOptions({ path: { pledge_id: pledge.id } }))
  const [corrected, setCorrected] = useState<Report | null>(null)
  return (
    <Card title={t('report.title')} action={pledge.reports_count > 0 && String(pledge.reports_count)}>
      <QueryState query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('report.none')}>{t('report.noneHelp')}</EmptyState>
          ) : (
            <RowList>
              {items.map((report) => (
                <OneReport key={report.id} report={report} onCorrect={() => setCorrected(report)} />
              ))}
            </RowList>
          )
        }
      </QueryState>
      {corrected && (
        <ReportDialog
          key={corrected.id}
          pledge={pledge}
          report={corrected}
          opened
          onClose={() => setCorrected(null)}
        />
      )}
    </Card>
  )
}

function OneReport({ report, onCorrect }: { report: Report; onCorrect: () => void }) {
  const { t } = useTranslation(['pledges', 'common'])
  const format = useFormat()
  const date = format.date(report.reported_on)
  const by =
    report.person_name &&
    t(report.is_on_behalf ? 'report.onBehalf' : 'report.by', { name: report.person_name })
  return (
    <Row
      title={date}
      context={[report.moves_to && t('report.moved', { status: t(`status.${report.moves_to}`) }), by]
        .filter(Boolean)
        .join(' · ')}
      aside={
        report.actions.includes('change') && (
          <Button
            size="xs"
            variant="subtle"
            aria-label={t('report.correctOf', { date })}
            onClick={onCorrect}
            data-print="hide"
          >
            {t('common:action.edit')}
          </Button>
        )
      }
    >
      <div className={classes.report} dir="auto">
        <Prose>{report.text}</Prose>
        {report.figures && <p className={classes.figures}>{report.figures}</p>}
      </div>
      {report.links.length > 0 && (
        <ul className={classes.names}>
          {report.links.map((link) => (
            <li key={link}>
              <ExternalLink href={link}>
                <bdi>{link.replace(/^https?:\/\//, '')}</bdi>
              </ExternalLink>
            </li>
          ))}
        </ul>
      )}
    </Row>
  )
}

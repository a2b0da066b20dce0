import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { useFormat } from '@/i18n/useFormat'
import classes from '../Practices.module.css'
import { reviewStepsQuery } from '../practiceQuery'

/** What happened to a practice in review, for its champion and the secretariat; nothing before the first step. */
export function ReviewHistory({ practiceId, action }: { practiceId: string; action?: ReactNode }) {
  const { t } = useTranslation('practices')
  const format = useFormat()
  const query = useQuery(reviewStepsQuery(practiceId))
  if (query.data?.items.length === 0) return null
  return (
    <div data-print="hide">
      <Card title={t('review.history')} action={action}>
        <QueryState query={query} rows={2}>
          {({ items }) => (
            <RowList ordered>
              {items.map((step) => (
                <Row
                  key={`${step.at} ${step.to_status}`}
                  title={t(`status.${step.to_status}`)}
                  context={`${step.person_name} · ${format.date(step.at)}`}
                >
                  {step.note && <p className={classes.note}>{step.note}</p>}
                </Row>
              ))}
            </RowList>
          )}
        </QueryState>
      </Card>
    </div>
  )
}

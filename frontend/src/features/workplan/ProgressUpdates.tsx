import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkplanItemBody, WorkplanItemUpdateBody } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { PagedList } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/i18n/useFormat'
import { TONES } from './ItemBadge'
import { MendDialog } from './MendDialog'
import classes from './ProgressUpdates.module.css'
import { ReportForm } from './ReportForm'
import { updatesQuery } from './workplanQueries'

/** What was reported, newest first, and the form to report more. */
export function ProgressUpdates({ item }: { item: WorkplanItemBody }) {
  const { t } = useTranslation('workplan')
  const query = useInfiniteQuery(updatesQuery(item.id))
  const [mended, setMended] = useState<WorkplanItemUpdateBody | null>(null)

  return (
    <Card title={t('updates.title')}>
      {item.actions.includes('report') && (
        <div className={classes.report} data-print="hide">
          <ReportForm key={item.id} item={item} />
        </div>
      )}
      <PagedList
        query={query}
        empty={
          <CardBody>
            <p className={classes.none}>{t('updates.empty')}</p>
          </CardBody>
        }
      >
        {(updates) => (
          <ol className={classes.updates}>
            {updates.map((update) => (
              <Update key={update.id} update={update} onMend={() => setMended(update)} />
            ))}
          </ol>
        )}
      </PagedList>
      {mended && <MendDialog itemId={item.id} update={mended} onClose={() => setMended(null)} />}
    </Card>
  )
}

function Update({ update, onMend }: { update: WorkplanItemUpdateBody; onMend: () => void }) {
  const { t } = useTranslation('workplan')
  const format = useFormat()
  return (
    <li className={classes.update}>
      <div className={classes.head}>
        <time dateTime={update.reported_at}>{format.date(update.reported_at)}</time>
        <span>
          {t('updates.by', {
            person: update.person_name,
            champion: update.champion?.name ?? t('updates.secretariat'),
          })}
        </span>
        {update.status && (
          <StatusBadge tone={TONES[update.status]}>{t(`status.${update.status}`)}</StatusBadge>
        )}
      </div>
      <div className={classes.text} dir="auto">
        {update.text}
      </div>
      {update.actions.includes('change') && (
        <Button
          className={classes.mend}
          variant="subtle"
          size="xs"
          onClick={onMend}
          aria-label={`${t('updates.mend')}: ${format.date(update.reported_at)}`}
          data-print="hide"
        >
          {t('updates.mend')}
        </Button>
      )}
    </li>
  )
}

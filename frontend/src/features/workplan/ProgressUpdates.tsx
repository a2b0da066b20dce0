import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkplanItemBody, WorkplanItemUpdateBody } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { ExternalLink } from '@/components/ExternalLink'
import { PagedList } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
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
              <Update
                key={update.id}
                update={update}
                isEarlier={update.workplan_item_id !== item.id}
                onMend={() => setMended(update)}
              />
            ))}
          </ol>
        )}
      </PagedList>
      {mended && <MendDialog itemId={item.id} update={mended} onClose={() => setMended(null)} />}
    </Card>
  )
}

interface UpdateProps {
  update: WorkplanItemUpdateBody
  /** Written under the workplan before, in which the work began. */
  isEarlier: boolean
  onMend: () => void
}

const withoutScheme = (address: string): string => address.replace(/^https?:\/\//, '')

function Update({ update, isEarlier, onMend }: UpdateProps) {
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
        {update.percentage !== null && <span>{t('updates.percent', { percentage: update.percentage })}</span>}
        {update.meeting && (
          <TextLink to="/meetings/$meetingId" params={{ meetingId: update.meeting.id }}>
            {t('updates.atMeeting', { meeting: update.meeting.title })}
          </TextLink>
        )}
        {isEarlier && <span>{t('updates.inPlan', { plan: update.workplan.title })}</span>}
      </div>
      <div className={classes.text} dir="auto">
        {update.text}
      </div>
      {update.what_next && (
        <div className={classes.text} dir="auto">
          {t('updates.next', { text: update.what_next })}
        </div>
      )}
      {update.evidence.length > 0 && (
        <ul className={classes.evidence} aria-label={t('updates.evidence')}>
          {update.evidence.map((address) => (
            <li key={address}>
              <ExternalLink href={address}>{withoutScheme(address)}</ExternalLink>
            </li>
          ))}
        </ul>
      )}
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

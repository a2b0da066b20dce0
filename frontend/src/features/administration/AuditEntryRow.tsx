import { useTranslation } from 'react-i18next'
import type { ListAuditEntriesResponse } from '@/api/generated/types.gen'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import classes from './AuditEntryRow.module.css'
import { useAuditWords } from './auditWords'
import { changedFields } from './changedFields'

type AuditEntry = ListAuditEntriesResponse['items'][number]

/** Where a record of this type is read. */
const PAGES: Record<string, (id: string) => string> = {
  practices: (id) => `/practices/${id}`,
  activities: (id) => `/activities/${id}`,
  meetings: (id) => `/meetings/${id}`,
  champions: (id) => `/champions/${id}`,
  people: (id) => `/administration/people/${id}`,
  hub_deliveries: (id) => `/administration/hub/deliveries/${id}`,
}

export function AuditEntryRow({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('administration')
  const { action, recordType, moment } = useAuditWords()
  const page = PAGES[entry.record_type]?.(entry.record_id)
  const who = entry.person.name || t('audit.theProduct')
  const actor = entry.on_behalf_of
    ? t('audit.onBehalf', { person: who, champion: entry.on_behalf_of.name })
    : t('audit.by', { person: who })

  return (
    <Row
      title={
        page ? (
          <TextLink look="title" to={page}>
            {entry.record_title}
          </TextLink>
        ) : (
          entry.record_title
        )
      }
      context={
        <>
          {recordType(entry.record_type)} · {action(entry.action)} · {actor} ·{' '}
          <bdi>
            <time dateTime={entry.at}>{moment(entry.at)}</time>
          </bdi>
        </>
      }
    >
      {entry.reason && <div>{t('audit.reason', { reason: entry.reason })}</div>}
      <Difference entry={entry} />
    </Row>
  )
}

function Difference({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('administration')
  const words = useAuditWords()
  const fields = changedFields(entry.before, entry.after)
  if (fields.length === 0) return null
  const hadSomething = Object.keys(entry.before).length > 0
  return (
    <details className={classes.details}>
      <summary>{t('audit.changed', { count: fields.length })}</summary>
      <div className={classes.wrap}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('audit.column.field')}</th>
              {hadSomething && <th scope="col">{t('audit.column.before')}</th>}
              <th scope="col">{t('audit.column.after')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{words.field(name)}</th>
                {hadSomething && (
                  <td data-label={t('audit.column.before')} className={classes.gone}>
                    <span className={classes.value}>
                      <bdi>{words.value(before)}</bdi>
                    </span>
                  </td>
                )}
                <td data-label={t('audit.column.after')}>
                  <span className={classes.value}>
                    <bdi>{words.value(after)}</bdi>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

import { useTranslation } from 'react-i18next'
import type { ListAuditEntriesResponse } from '@/api/generated/types.gen'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
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
}

export function AuditEntryRow({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('administration')
  const { action, recordType } = useAuditWords()
  const format = useFormat()
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
      context={`${recordType(entry.record_type)} · ${action(entry.action)} · ${actor}`}
      aside={<time dateTime={entry.at}>{format.dateTime(entry.at)}</time>}
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
  return (
    <details className={classes.details}>
      <summary>{t('audit.changed', { count: fields.length })}</summary>
      <div className={classes.wrap}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('audit.column.field')}</th>
              <th scope="col">{t('audit.column.before')}</th>
              <th scope="col">{t('audit.column.after')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{words.field(name)}</th>
                <td data-label={t('audit.column.before')} className={classes.gone}>
                  <span className={classes.value}>{words.value(before)}</span>
                </td>
                <td data-label={t('audit.column.after')}>
                  <span className={classes.value}>{words.value(after)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

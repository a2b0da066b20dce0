import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listMeetingQuartersOptions } from '@/api/generated/@tanstack/react-query.gen'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { Allowed, usePermission } from '@/session/permission'
import classes from './UncoveredQuarters.module.css'

/** Morning in New York, afternoon in Geneva: a beginning, from which the form leads to fairer hours. */
const USUAL_HOUR = 'T14:00:00Z'

/** Says which of the next quarters have no technical meeting, and on which day one could be. Silent where all have one. */
export function UncoveredQuarters() {
  const { t } = useTranslation(['meetings', 'agenda'])
  const format = useFormat()
  const { data } = useQuery({ ...listMeetingQuartersOptions(), enabled: usePermission('quarters:read') })
  const uncovered = data?.items.filter((quarter) => !quarter.is_covered && !quarter.is_over) ?? []
  if (uncovered.length === 0) return null
  return (
    <ul className={classes.strip} aria-label={t('uncovered.label')} data-print="hide">
      {uncovered.map(({ year, quarter, proposed_on: day, reasons }) => {
        const named = t('quarter', { quarter, year })
        return (
          <li key={`${year}-${quarter}`}>
            {day
              ? t('uncovered.none', { quarter: named, date: format.weekday(day) })
              : t('uncovered.noDay', { quarter: named })}{' '}
            {day && (
              <Allowed permission="meetings:write">
                <TextLink
                  to="/meetings/new"
                  search={{
                    starts_at: `${day}${USUAL_HOUR}`,
                    title: t('agenda:plannedTitle', { quarter: named }),
                  }}
                  aria-label={t('uncovered.planFor', { quarter: named })}
                >
                  {t('uncovered.plan')}
                </TextLink>
              </Allowed>
            )}
            {day && reasons.length > 0 && (
              <details className={classes.why}>
                <summary>{t('agenda:why.open')}</summary>
                <ul>
                  {reasons.map(({ code, title }) => (
                    <li key={`${code} ${title}`}>{t(`agenda:why.${code}`, { title })}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}

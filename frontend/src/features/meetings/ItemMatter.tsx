import { useTranslation } from 'react-i18next'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { CarriedOutcomes } from './CarriedOutcomes'
import classes from './ItemMatter.module.css'
import { ItemText } from './ItemWords'
import type { AgendaItem } from './meetingQuery'

const PAGES = {
  workplan_item: (id: string) => `/workplan/${id}`,
  activity: (id: string) => `/activities/${id}`,
  practice: (id: string) => `/practices/${id}`,
  process: null,
  statement: (id: string) => `/statements/${id}`,
}
const LINKS = ['workplan_item', 'activity', 'practice', 'process', 'statement'] as const
/** Where the same item stood before, and where it goes on. */
const CHAIN = ['carried_from', 'carried_to'] as const

interface Props {
  item: AgendaItem
  /** Whoever decides on a proposal reads it whole; on the agenda it folds. */
  isWhole?: boolean
}

/** What an agenda item is about: who leads it, what it discusses, its objectives. */
export function ItemMatter({ item, isWhole = false }: Props) {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const by =
    item.proposed_by && !isWhole
      ? t('agenda.proposedBy', {
          champion: format.list([item.proposed_by, ...item.co_proposers].map(({ name }) => name)),
        })
      : ''
  const leads = item.leads.filter((lead) => item.leads.length > 1 || lead.id !== item.proposed_by?.id)
  const names = format.list(leads.map((lead) => lead.name))
  const led = names && (item.proposed_by ? t('agenda.ledBy', { champions: names }) : names)
  const context = [by, led].filter(Boolean).join(' · ')
  return (
    <>
      {context && <div className={classes.context}>{context}</div>}
      {item.description && isWhole && <ItemText item={item} />}
      {CHAIN.map((way) => {
        const other = item[way]
        return (
          other && (
            <div key={way} className={classes.context}>
              {t(`agenda.${way}`)}{' '}
              <TextLink to="/meetings/$meetingId" params={{ meetingId: other.meeting_id }}>
                {t('agenda.otherMeeting', {
                  title: other.meeting_title,
                  date: format.fullDate(other.meeting_starts_at),
                })}
              </TextLink>
            </div>
          )
        )
      })}
      {item.carried_from && <CarriedOutcomes from={item.carried_from} />}
      {LINKS.map((kind) => {
        const linked = item[kind]
        const page = PAGES[kind]
        return (
          linked && (
            <div key={kind} className={classes.context}>
              {t(`about.${kind}`)}{' '}
              {page ? <TextLink to={page(linked.id) as string}>{linked.title}</TextLink> : linked.title}
            </div>
          )
        )
      })}
      <ObjectiveChips numbers={item.objectives} />
      {item.description && !isWhole && (
        <details className={classes.details}>
          <summary>{t('item.description')}</summary>
          <ItemText item={item} />
        </details>
      )}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import type { WorkplanItemSummary } from '@/api/generated/types.gen'
import { useFormat } from '@/i18n/useFormat'

const EXCERPT = 90

/** The parts of an item's line of context, to be joined with " · ". */
export function useItemWords() {
  const { t } = useTranslation('workplan')
  const format = useFormat()

  const lead = (item: WorkplanItemSummary) =>
    item.lead ? t('context.lead', { champion: item.lead.name }) : t('context.coChairs')

  const supporting = (item: WorkplanItemSummary) =>
    item.supporting.length > 0
      ? t('context.supportedBy', { champions: format.list(item.supporting.map((champion) => champion.name)) })
      : undefined

  const due = (item: WorkplanItemSummary) =>
    item.due_on
      ? t(isFinished(item) ? 'context.wasDue' : 'context.due', { date: format.date(item.due_on) })
      : undefined

  /** The day alone, of whatever state. */
  const dueOn = (item: Pick<WorkplanItemSummary, 'due_on'>) =>
    item.due_on ? t('context.due', { date: format.date(item.due_on) }) : undefined

  const lastUpdate = (item: WorkplanItemSummary) =>
    item.last_update
      ? t('context.lastUpdate', {
          date: format.date(item.last_update.reported_at),
          text: isolated(shortened(item.last_update.text)),
        })
      : undefined

  /** Only what is not there yet holds an item up. */
  const waitsFor = (item: WorkplanItemSummary) => {
    const ahead = item.waits_for.filter((other) => !isFinished(other))
    return ahead.length > 0 && !isFinished(item)
      ? t('context.waitsFor', { items: format.list(ahead.map((other) => isolated(other.title))) })
      : undefined
  }

  const dates = (item: Pick<WorkplanItemSummary, 'starts_on' | 'due_on'>) => {
    if (item.starts_on && item.due_on) return format.dateRange(item.starts_on, item.due_on)
    if (item.due_on) return t('timeline.until', { date: format.date(item.due_on) })
    return item.starts_on ? t('timeline.from', { date: format.date(item.starts_on) }) : ''
  }

  return { lead, supporting, due, dueOn, lastUpdate, waitsFor, dates }
}

export const isFinished = (item: Pick<WorkplanItemSummary, 'status'>): boolean =>
  item.status === 'done' || item.status === 'dropped'

/** "a · b · c" of what there is. */
export const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** Words in their own direction within a sentence of another (Unicode's first strong isolate). */
export const isolated = (words: string): string => `\u2068${words}\u2069`

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= EXCERPT) return line
  return `${line.slice(0, line.lastIndexOf(' ', EXCERPT))}…`
}

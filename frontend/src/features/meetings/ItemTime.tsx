import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import classes from './Agenda.module.css'
import type { AgendaItem, Meeting } from './meetingQuery'
import { isFromArchives } from './useMeetingFacts'

interface Props {
  meeting: Meeting
  /** The agenda in the order in which it is shown. */
  items: readonly AgendaItem[]
  item: AgendaItem
}

/** "15:05–15:35" in the reader's zone, and where it runs past the end of the meeting. */
export function ItemTime({ meeting, items, item }: Props) {
  const { t } = useTranslation('agenda')
  const format = useFormat()
  if (isFromArchives(meeting)) return null
  const before = items.slice(0, items.indexOf(item)).reduce((sum, { minutes }) => sum + minutes, 0)
  const until = before + item.minutes
  const at = (minutes: number) =>
    format.time(new Date(Date.parse(meeting.starts_at) + minutes * 60_000).toISOString())
  return (
    <>
      <span className={classes.clock}>{t('begins', { from: at(before), until: at(until) })}</span>
      {until > meeting.duration_minutes && <span className={classes.over}>{t('over')}</span>}
    </>
  )
}

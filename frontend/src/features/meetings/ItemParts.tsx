import { useTranslation } from 'react-i18next'
import { ItemMatter } from './ItemMatter'
import classes from './ItemMatter.module.css'
import { useMeeting } from './MeetingPage'
import type { AgendaItem } from './meetingQuery'

/** The proposals that were merged into an item: whose they were, their texts and their links. */
export function ItemParts({ item }: { item: AgendaItem }) {
  const { t } = useTranslation(['agenda', 'meetings'])
  const parts = useMeeting().meeting.agenda_items.filter(({ merged_into_id: into }) => into === item.id)
  if (parts.length === 0) return null
  return (
    <details className={classes.details}>
      <summary>{t('merge.parts', { count: parts.length })}</summary>
      <ul className={classes.parts}>
        {parts.map((part) => (
          <li key={part.id}>
            <bdi>{part.title}</bdi>
            <div className={classes.context}>
              {part.proposed_by?.name ?? t('meetings:proposals.coChairs')}
            </div>
            <ItemMatter item={part} isWhole />
          </li>
        ))}
      </ul>
    </details>
  )
}

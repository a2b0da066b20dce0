import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  listActionItemsOptions,
  listMeetingDecisionsOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import { useFormat } from '@/i18n/useFormat'
import classes from './Minutes.module.css'

interface Props {
  meetingId: string
  itemId: string
}

/** What was decided and agreed under one item. */
export function Outcomes({ meetingId, itemId }: Props) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  const { data: decided } = useQuery(
    listMeetingDecisionsOptions({ path: { meeting_id: meetingId }, query: { limit: 100 } }),
  )
  const { data: agreed } = useQuery(listActionItemsOptions({ query: { meeting_id: meetingId, limit: 100 } }))
  const decisions = decided?.items.filter(({ agenda_item }) => agenda_item?.id === itemId) ?? []
  const actions = agreed?.items.filter(({ agenda_item }) => agenda_item?.id === itemId) ?? []
  if (decisions.length + actions.length === 0) return null
  return (
    <ul className={classes.list}>
      {decisions.map((decision) => (
        <li key={decision.id}>
          <strong>{t('decision', { number: decision.number })}</strong> <bdi>{decision.text}</bdi>
        </li>
      ))}
      {actions.map((action) => (
        <li key={action.id}>
          <strong>{t('action', { owner: action.owner?.name ?? t('secretariat') })}</strong>{' '}
          <bdi>{action.title}</bdi>
          {action.due_on && `, ${t('due', { date: format.date(action.due_on) })}`}
        </li>
      ))}
    </ul>
  )
}

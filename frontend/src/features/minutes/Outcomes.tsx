import { useTranslation } from 'react-i18next'
import type { ActionItemBody, DecisionBody } from '@/api/generated/types.gen'
import { useFormat } from '@/i18n/useFormat'
import { AddOutcome } from './AddOutcome'
import classes from './Minutes.module.css'

interface Props {
  meetingId: string
  itemId: string
  decisions: DecisionBody[]
  actionItems: ActionItemBody[]
  mayAdd: boolean
}

/** What was decided and agreed under one item, and a line to add to it. */
export function Outcomes({ decisions, actionItems, mayAdd, ...of }: Props) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  return (
    <>
      {decisions.length > 0 && (
        <ul className={classes.list}>
          {decisions.map((decision) => (
            <li key={decision.id} dir="auto">
              <strong>{t('decision', { number: decision.number })}</strong> {decision.text}
            </li>
          ))}
        </ul>
      )}
      {actionItems.length > 0 && (
        <ul className={classes.list}>
          {actionItems.map((action) => (
            <li key={action.id} dir="auto">
              <strong>{t('action', { owner: action.owner?.name ?? t('secretariat') })}</strong> {action.title}
              {action.due_on && `, ${t('due', { date: format.date(action.due_on) })}`}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && <AddOutcome {...of} />}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import type { ActionItemBody, DecisionBody, MinutesItemBody } from '@/api/generated/types.gen'
import { Corrections } from './Corrections'
import { ItemEditor } from './ItemEditor'
import { MarkedText } from './MarkedText'
import classes from './Minutes.module.css'
import { Outcomes } from './Outcomes'

interface Props {
  meetingId: string
  item: MinutesItemBody
  decisions: DecisionBody[]
  actionItems: ActionItemBody[]
}

/** The minutes of one agenda item: written or read, corrected, and what was decided and agreed under it. */
export function MinutesOfItem({ meetingId, item, decisions, actionItems }: Props) {
  const { t } = useTranslation('minutes')
  const mayWrite = item.actions.includes('write')
  return (
    <section className={classes.item} aria-label={item.title}>
      <h3 dir="auto">{item.title}</h3>
      {mayWrite && <ItemEditor meetingId={meetingId} item={item} />}
      {!mayWrite && item.text && <MarkedText text={item.text} />}
      {!mayWrite && !item.text && <p className={classes.quiet}>{t('nothing')}</p>}
      <Outcomes
        meetingId={meetingId}
        itemId={item.id}
        decisions={decisions.filter(({ agenda_item }) => agenda_item?.id === item.id)}
        actionItems={actionItems.filter(({ agenda_item }) => agenda_item?.id === item.id)}
        mayAdd={item.actions.includes('add-decision')}
      />
      <Corrections meetingId={meetingId} item={item} />
    </section>
  )
}

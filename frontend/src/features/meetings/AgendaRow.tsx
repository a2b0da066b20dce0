import type { CSSProperties, ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Agenda.module.css'
import { ItemMatter } from './ItemMatter'
import { ItemParts } from './ItemParts'
import { ItemTitle } from './ItemWords'
import type { AgendaItem } from './meetingQuery'
import { ReachedControl } from './ReachedControl'

interface Props {
  item: AgendaItem
  place: number
  /** When it is due, from the meeting's beginning and the minutes of those before it. */
  time?: ReactNode
  /** What one moves it by. */
  handle?: ReactNode
  menu?: ReactNode
  ref?: Ref<HTMLLIElement>
  style?: CSSProperties
  isLifted?: boolean
}

export function AgendaRow({ item, place, time, handle, menu, ref, style, isLifted }: Props) {
  const { t } = useTranslation('meetings')
  return (
    <li ref={ref} style={style} className={classes.row} data-lifted={isLifted || undefined}>
      {handle}
      <div className={classes.place}>{place}</div>
      <div className={classes.words}>
        <div className={classes.title}>
          <ItemTitle item={item} />
        </div>
        <ItemMatter item={item} />
        <ItemParts item={item} />
        <ReachedControl item={item} />
      </div>
      <div className={classes.aside}>
        <span className={classes.minutes}>
          {t('agenda.shortMinutes', { count: item.minutes })}
          {time}
        </span>
        {menu}
      </div>
    </li>
  )
}

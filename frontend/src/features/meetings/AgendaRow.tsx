import type { CSSProperties, ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Agenda.module.css'
import { ItemMatter } from './ItemMatter'
import type { AgendaItem } from './meetingQuery'

interface Props {
  item: AgendaItem
  place: number
  /** What one moves it by. */
  handle?: ReactNode
  menu?: ReactNode
  ref?: Ref<HTMLLIElement>
  style?: CSSProperties
  isLifted?: boolean
}

export function AgendaRow({ item, place, handle, menu, ref, style, isLifted }: Props) {
  const { t } = useTranslation('meetings')
  return (
    <li ref={ref} style={style} className={classes.row} data-lifted={isLifted || undefined}>
      {handle}
      <div className={classes.place}>{place}</div>
      <div className={classes.words}>
        <div className={classes.title}>
          <bdi>{item.title}</bdi>
        </div>
        <ItemMatter item={item} />
      </div>
      <div className={classes.aside}>
        {t('agenda.shortMinutes', { count: item.minutes })}
        {menu}
      </div>
    </li>
  )
}

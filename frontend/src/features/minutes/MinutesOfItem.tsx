import { useTranslation } from 'react-i18next'
import type { MinutesItemBody } from '@/api/generated/types.gen'
import { useFormat } from '@/i18n/useFormat'
import { Attribution } from './Attribution'
import { Corrections } from './Corrections'
import { ItemEditor } from './ItemEditor'
import classes from './Minutes.module.css'
import { Outcomes } from './Outcomes'
import { VersionsButton } from './VersionsButton'

interface Props {
  meetingId: string
  item: MinutesItemBody
  /** Whether one may see how the text came about. */
  isMember: boolean
}

/** The minutes of one agenda item: written or read, corrected, and what was decided and agreed under it. */
export function MinutesOfItem({ meetingId, item, isMember }: Props) {
  const { t } = useTranslation('minutes')
  const mayWrite = item.actions.includes('write')
  return (
    <section className={classes.item} aria-label={item.title}>
      <div className={classes.head}>
        <h3 dir="auto" className={classes.title}>
          {item.position && <span className={classes.number}>{item.position}</span>} {item.title}
        </h3>
        {isMember && item.version > 0 && <VersionsButton meetingId={meetingId} item={item} />}
      </div>
      <div className={classes.words} data-written={mayWrite || undefined}>
        {item.words ? (
          <p className={classes.text} dir="auto" lang={item.language}>
            {item.words}
          </p>
        ) : (
          <p className={classes.quiet}>{t('nothing')}</p>
        )}
      </div>
      {mayWrite ? (
        <ItemEditor meetingId={meetingId} item={item} label={t('text', { item: item.title })}>
          <Outcomes meetingId={meetingId} itemId={item.id} />
        </ItemEditor>
      ) : (
        <Outcomes meetingId={meetingId} itemId={item.id} />
      )}
      {item.saved_at && item.saved_by && <LastSaved item={item} at={item.saved_at} />}
      {!mayWrite && item.actions.includes('ask-attribution') && (
        <Attribution meetingId={meetingId} item={item} />
      )}
      <Corrections meetingId={meetingId} item={item} />
    </section>
  )
}

function LastSaved({ item, at }: { item: MinutesItemBody; at: string }) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  return (
    <p className={classes.saved} data-print="hide">
      {t('lastSaved', {
        number: format.number(item.version),
        who: item.saved_by,
        when: format.dateTime(at),
      })}
    </p>
  )
}

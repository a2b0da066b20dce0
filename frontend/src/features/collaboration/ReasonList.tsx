import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/TextLink'
import { isolated } from '@/i18n/isolated'
import classes from './ReasonList.module.css'
import { pathOfWork, type Reason, type WorkRef } from './suggestions'
import { useReasonWords } from './useReasonWords'

/** Why, the weightiest first, with the records that show it. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation('collaboration')
  const told = useReasonWords()
  return (
    <ul className={classes.reasons}>
      {reasons.map((reason) => (
        <li key={[reason.kind, reason.objective, reason.own?.id, reason.theirs?.id].join()}>
          {told(reason)} {reason.is_new && <b className={classes.new}>{t('partners.new')}</b>}
          <Shown work={reason.own} whose="own" />
          <Shown work={reason.theirs} whose="theirs" />
        </li>
      ))}
    </ul>
  )
}

function Shown({ work, whose }: { work: WorkRef | null; whose: 'own' | 'theirs' }) {
  const { t } = useTranslation('collaboration')
  if (!work) return null
  const path = pathOfWork(work)
  return (
    <div className={classes.work}>
      {t(`work.${whose}.${work.kind}`)}{' '}
      {path ? <TextLink to={path}>{isolated(work.title)}</TextLink> : <q>{isolated(work.title)}</q>}
    </div>
  )
}

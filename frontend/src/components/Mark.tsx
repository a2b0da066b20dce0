import { useTranslation } from 'react-i18next'
import classes from './Mark.module.css'

/** On a record that was invented to show the product. */
export function DemonstrationMark() {
  const { t } = useTranslation()
  return (
    <span className={classes.mark} title={t('mark.demonstrationHelp')}>
      {t('mark.demonstration')}
    </span>
  )
}

interface ConfidenceMarkProps {
  source?: string | null
}

/** On a fact that is not certain, with where it comes from. */
export function ConfidenceMark({ source }: ConfidenceMarkProps) {
  const { t } = useTranslation()
  return (
    <span className={classes.mark}>
      {t('mark.toBeConfirmed')}
      {source && <span className={classes.source}> · {t('mark.source', { source })}</span>}
    </span>
  )
}

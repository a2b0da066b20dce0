import { IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Activities.module.css'

/** Others may still join. */
export function OpenForPartners() {
  const { t } = useTranslation('activities')
  return (
    <span className={classes.open}>
      <IconUserPlus size={15} stroke={1.75} aria-hidden />
      {t('openForPartners')}
    </span>
  )
}

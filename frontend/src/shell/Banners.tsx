import { useNetwork } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getAboutOptions } from '@/api/generated-first/@tanstack/react-query.gen'
import classes from './Banners.module.css'

export function OfflineBanner() {
  const { t } = useTranslation('shell')
  const { online } = useNetwork()
  return (
    <div role="status" data-print="hide">
      {!online && <p className={classes.offline}>{t('offline')}</p>}
    </div>
  )
}

export function DemonstrationBanner() {
  const { t } = useTranslation('shell')
  const about = useQuery({ ...getAboutOptions(), staleTime: Number.POSITIVE_INFINITY })
  if (!about.data?.is_demonstration) return null
  return (
    <p className={classes.demonstration} data-print="hide">
      {t('demonstration')}
    </p>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DemonstrationBanner, OfflineBanner } from './Banners'
import classes from './Shell.module.css'
import { Sidebar } from './Sidebar'
import { TabBar } from './TabBar'
import { useFocusOnNavigation } from './useFocusOnNavigation'

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell')
  useFocusOnNavigation()
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <Sidebar />
      <div className={classes.page}>
        <OfflineBanner />
        <DemonstrationBanner />
        <main id="content" tabIndex={-1} className={classes.main}>
          {children}
        </main>
      </div>
      <TabBar />
    </div>
  )
}

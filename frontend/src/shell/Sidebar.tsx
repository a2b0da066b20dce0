import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/session/useSession'
import { navigationOf } from './navigation'
import classes from './Sidebar.module.css'
import { useNavigationCounts } from './useNavigationCounts'
import { WhoAmI } from './WhoAmI'

export function Sidebar() {
  const { t } = useTranslation(['shell', 'common'])
  const session = useSession()
  const counts = useNavigationCounts()
  return (
    <div className={classes.sidebar} data-print="hide">
      <Link to="/" className={classes.brand}>
        {t('common:appName')}
        <small>{t('common:initiative')}</small>
      </Link>
      <nav className={classes.nav} aria-label={t('nav.label')}>
        {navigationOf(session).map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            preload="intent"
            className={classes.link}
            activeOptions={{ exact: to === '/' }}
          >
            {t(`nav.${label}`)}
            {counts[label] ? <span className={classes.count}>{counts[label]}</span> : null}
          </Link>
        ))}
      </nav>
      <WhoAmI />
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePermission } from '@/session/permission'
import classes from './CollaborationTabs.module.css'

const PAGES = [
  { to: '/collaboration', label: 'tab.coverage' },
  { to: '/collaboration/partners', label: 'tab.partners' },
  { to: '/collaboration/map', label: 'tab.map' },
  { to: '/collaboration/over-time', label: 'tab.overTime' },
] as const

/** The pages of the room, beside each other. */
export function CollaborationTabs() {
  const { t } = useTranslation('collaboration')
  const seesPartners = usePermission('collaboration:read')
  return (
    <nav aria-label={t('tab.label')} data-print="hide">
      <ul className={classes.tabs}>
        {PAGES.filter(({ to }) => seesPartners || to !== '/collaboration/partners').map(({ to, label }) => (
          <li key={to}>
            <Link to={to} className={classes.tab} activeOptions={{ exact: true, includeSearch: false }}>
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

import { IconMenu2 } from '@tabler/icons-react'
import { Link, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/session/useSession'
import { isOnTabBar, navigationOf } from './navigation'
import classes from './TabBar.module.css'
import { WhoAmI } from './WhoAmI'

/** A phone's navigation: the four places people go to most, and a sheet with the rest. */
export function TabBar() {
  const { t } = useTranslation('shell')
  const session = useSession()
  const sheet = useRef<HTMLDialogElement>(null)
  const items = navigationOf(session)
  const router = useRouter()
  useEffect(() => router.subscribe('onBeforeNavigate', () => sheet.current?.close()), [router])

  return (
    <>
      <nav className={classes.bar} aria-label={t('nav.label')}>
        {items
          .filter((item) => isOnTabBar(item, session))
          .map(({ to, label, icon: Icon }) => (
            <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: to === '/' }}>
              <Icon size={22} stroke={1.6} aria-hidden />
              {t(`nav.${label}`)}
            </Link>
          ))}
        <button
          type="button"
          className={classes.tab}
          aria-haspopup="dialog"
          onClick={() => sheet.current?.showModal()}
        >
          <IconMenu2 size={22} stroke={1.6} aria-hidden />
          {t('nav.more')}
        </button>
      </nav>
      <dialog ref={sheet} className={classes.sheet} aria-label={t('nav.moreTitle')} closedby="any">
        <nav className={classes.list} aria-label={t('nav.moreTitle')}>
          {items
            .filter((item) => !isOnTabBar(item, session))
            .map(({ to, label, icon: Icon }) => (
              <Link key={to} to={to} className={classes.item}>
                <Icon size={20} stroke={1.6} aria-hidden />
                {t(`nav.${label}`)}
              </Link>
            ))}
        </nav>
        <WhoAmI />
      </dialog>
    </>
  )
}

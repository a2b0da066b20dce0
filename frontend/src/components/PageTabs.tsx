import { Link } from '@tanstack/react-router'
import classes from './PageTabs.module.css'

interface Props {
  /** What the pages are of, for those who hear it. */
  label: string
  tabs: readonly { to: string; label: string }[]
}

/** Links between pages that belong together. */
export function PageTabs({ label, tabs }: Props) {
  return (
    <nav aria-label={label} className={classes.tabs} data-print="hide">
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          activeOptions={{ exact: true, includeSearch: false }}
          preload="intent"
          className={classes.tab}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}

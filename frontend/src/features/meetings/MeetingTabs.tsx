import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from '@/components/PageTabs.module.css'
import { useSession } from '@/session/useSession'
import type { Meeting } from './meetingQuery'
import { MEETING_TABS } from './meetingTabs'

/** Links between the pages of a meeting; nothing where there is only one for this reader. */
export function MeetingTabs({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const session = useSession()
  const tabs = MEETING_TABS.filter(({ isFor }) => isFor(meeting, session))
  if (tabs.length < 2) return null
  return (
    <nav aria-label={t('tab.label')} className={classes.tabs} data-print="hide">
      {tabs.map(({ name, to }) => (
        <Link
          key={name}
          to={to}
          params={{ meetingId: meeting.id }}
          activeOptions={{ exact: true, includeSearch: false }}
          state={{ keepsFocus: true }}
          resetScroll={false}
          preload="intent"
          className={classes.tab}
        >
          {t(`tab.${name}`)}
        </Link>
      ))}
    </nav>
  )
}

import {
  IconBulb,
  IconCalendarEvent,
  IconChecklist,
  IconCompass,
  IconFileText,
  IconFlag,
  IconGavel,
  IconHeartHandshake,
  IconHome,
  IconLayoutGrid,
  IconListCheck,
  IconMessageQuestion,
  IconSchool,
  IconSettings,
  IconTargetArrow,
  IconUsers,
  IconWorld,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Permission } from '@/session/permission'
import type { Session } from '@/session/sessionQuery'

export interface NavigationItem {
  to: string
  label:
    | 'home'
    | 'champions'
    | 'coChairs'
    | 'meetings'
    | 'actionItems'
    | 'decisions'
    | 'consultations'
    | 'workplan'
    | 'activities'
    | 'statements'
    | 'practices'
    | 'collaboration'
    | 'pledges'
    | 'objectives'
    | 'processes'
    | 'mechanism'
    | 'administration'
  icon: TablerIcon
  /** Who sees it; everybody where nothing is said. */
  audience?: 'members' | Permission
  /** On the bar at the bottom of a phone, for those who are signed in, and for the public. */
  onTabBar?: ('members' | 'public')[]
}

const NAVIGATION: readonly NavigationItem[] = [
  { to: '/', label: 'home', icon: IconHome, onTabBar: ['members', 'public'] },
  { to: '/champions', label: 'champions', icon: IconFlag, onTabBar: ['public'] },
  { to: '/co-chairs', label: 'coChairs', icon: IconUsers },
  { to: '/meetings', label: 'meetings', icon: IconCalendarEvent, audience: 'members', onTabBar: ['members'] },
  { to: '/action-items', label: 'actionItems', icon: IconListCheck, audience: 'members' },
  { to: '/decisions', label: 'decisions', icon: IconGavel, audience: 'members' },
  {
    to: '/consultations',
    label: 'consultations',
    icon: IconMessageQuestion,
    audience: 'consultations:read',
  },
  { to: '/workplan', label: 'workplan', icon: IconChecklist, audience: 'members', onTabBar: ['members'] },
  { to: '/activities', label: 'activities', icon: IconTargetArrow, onTabBar: ['public'] },
  { to: '/statements', label: 'statements', icon: IconFileText },
  { to: '/practices', label: 'practices', icon: IconBulb, onTabBar: ['members', 'public'] },
  { to: '/collaboration', label: 'collaboration', icon: IconLayoutGrid },
  { to: '/pledges', label: 'pledges', icon: IconHeartHandshake },
  { to: '/objectives', label: 'objectives', icon: IconCompass },
  { to: '/processes', label: 'processes', icon: IconWorld },
  { to: '/mechanism', label: 'mechanism', icon: IconSchool },
  { to: '/administration', label: 'administration', icon: IconSettings, audience: 'people:write' },
]

export function navigationOf(session: Session | null): NavigationItem[] {
  return NAVIGATION.filter(({ audience }) => {
    if (!audience) return true
    if (audience === 'members') return session !== null
    return session?.permissions.includes(audience) ?? false
  })
}

export function isOnTabBar(item: NavigationItem, session: Session | null): boolean {
  return item.onTabBar?.includes(session ? 'members' : 'public') ?? false
}

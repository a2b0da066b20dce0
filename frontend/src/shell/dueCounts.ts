import type { DueItem } from '@/api/generated-first/types.gen'
import type { NavigationItem } from './navigation'

export type NavigationCounts = Partial<Record<NavigationItem['label'], number>>

const ROOMS: Partial<Record<DueItem['kind'], keyof NavigationCounts>> = {
  agenda_proposals_to_decide: 'meetings',
  meeting_to_conclude: 'meetings',
  date_poll_to_answer: 'meetings',
  date_poll_to_decide: 'meetings',
  consultation_to_answer: 'consultations',
  consultation_to_conclude: 'consultations',
  corrections_to_decide: 'meetings',
  action_item_due: 'actionItems',
  workplan_item_due: 'workplan',
  activity_to_report: 'activities',
  silence_to_speak: 'statements',
  pledge_to_confirm: 'pledges',
  pledge_to_report: 'pledges',
  practice_changes_requested: 'practices',
  practice_to_advise: 'practices',
  practice_submitted: 'practices',
  practice_under_review: 'practices',
  practice_to_publish: 'practices',
}

const ONLY_LATE: ReadonlySet<keyof NavigationCounts> = new Set(['workplan', 'actionItems'])

/** What waits in each part, for the navigation. Of the workplan and the action items only what is late. */
export function countsOf(items: readonly DueItem[]): NavigationCounts {
  const counts: NavigationCounts = {}
  for (const item of items) {
    const room = ROOMS[item.kind]
    if (!room || (ONLY_LATE.has(room) && item.days_late === 0)) continue
    counts[room] = (counts[room] ?? 0) + (item.count ?? 1)
  }
  return counts
}

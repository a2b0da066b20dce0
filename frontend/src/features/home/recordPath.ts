import type { AheadItem, DueItem, NewsItem } from '@/api/generated/types.gen'

const detail = (room: string) => (id: string | null) => (id ? `/${room}/${id}` : `/${room}`)

const meeting = detail('meetings')
const minutes = (id: string | null) => `${meeting(id)}/minutes`
const activity = detail('activities')
const practice = detail('practices')
const consultation = detail('consultations')
const datePoll = detail('meetings/date-polls')
const process = detail('processes')
const workplanItem = detail('workplan')
const statement = detail('statements')
const pledge = detail('pledges')

const OF_DUE: Record<DueItem['kind'], (id: string | null) => string> = {
  agenda_proposals_to_decide: meeting,
  meeting_to_prepare: meeting,
  meeting_to_conclude: meeting,
  invitation_to_answer: (id) => `${meeting(id)}/people`,
  consultation_to_answer: consultation,
  consultation_to_conclude: consultation,
  date_poll_to_answer: datePoll,
  date_poll_to_decide: datePoll,
  agenda_open_for_proposals: (id) => `${meeting(id)}/propose`,
  corrections_to_decide: minutes,
  minutes_to_check: minutes,
  action_item_due: detail('action-items'),
  process_deadline_due: process,
  workplan_item_due: workplanItem,
  workplan_update_asked: workplanItem,
  workplan_item_without_update: workplanItem,
  practice_draft: (id) => `${practice(id)}/edit`,
  practice_changes_requested: (id) => `${practice(id)}/edit`,
  practice_to_advise: (id) => `${practice(id)}/review`,
  practice_submitted: (id) => `${practice(id)}/review`,
  practice_under_review: (id) => `${practice(id)}/review`,
  practice_to_publish: practice,
  activity_partners_to_answer: activity,
  activity_to_report: activity,
  activity_soon: activity,
  contact_to_follow_up: () => '/collaboration/partners',
  silence_to_speak: statement,
  statement_to_sign: statement,
  pledge_to_confirm: pledge,
  pledge_to_report: pledge,
  term_without_successor: () => '/co-chairs/planner',
  quarter_without_meeting: () => '/meetings/new',
}

const OF_NEWS: Record<NewsItem['kind'], (id: string) => string> = {
  practice_published: practice,
  practice_revised: practice,
  activity_announced: activity,
  activity_open_for_partners: activity,
  workplan_progress: workplanItem,
  meeting_scheduled: meeting,
  agenda_opened: meeting,
  agenda_circulated: meeting,
  minutes_circulated: meeting,
  statement_adopted: statement,
  pledge_made: pledge,
}

/** Where one does what is due. */
export const pathOfDue = (item: DueItem): string => OF_DUE[item.kind](item.id)

export const pathOfNews = (item: NewsItem): string => OF_NEWS[item.kind](item.id)

const OF_AHEAD: Record<AheadItem['kind'], (id: string) => string> = {
  handover: () => '/co-chairs',
  process,
  activity,
}

export const pathOfAhead = (item: AheadItem): string => OF_AHEAD[item.kind](item.id)

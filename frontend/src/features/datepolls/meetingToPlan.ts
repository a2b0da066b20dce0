import type { DatePoll } from './datePollQuery'

/** The form of a new meeting, filled in with the date that a poll has found. */
export const meetingToPlan = (poll: DatePoll, startsAt: string) =>
  ({
    to: '/meetings/new',
    search: { starts_at: startsAt, duration: poll.duration_minutes, title: poll.title, poll: poll.id },
  }) as const

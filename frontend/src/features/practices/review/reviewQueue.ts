import { listPracticesOptions } from '@/api/generated/@tanstack/react-query.gen'

/** What the secretariat has before it, the oldest first. A hundred would be a crisis, not a second page. */
export const reviewQueueOptions = listPracticesOptions({
  query: { status: ['submitted', 'under_review', 'accepted'], sort: 'submitted_at', limit: 100 },
})

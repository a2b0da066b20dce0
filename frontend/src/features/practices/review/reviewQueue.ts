import { listPracticeReviewsOptions } from '@/api/generated/@tanstack/react-query.gen'

/** What is in review and one's own to read there, the oldest first. A hundred would be a crisis, not a second page. */
export const reviewQueueOptions = listPracticeReviewsOptions({ query: { limit: 100 } })

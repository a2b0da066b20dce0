import { createFileRoute } from '@tanstack/react-router'
import { ReviewQueuePage } from '@/features/practices/review/ReviewQueuePage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/practices/review')({
  beforeLoad: requirePermission('practices:advise'),
  component: ReviewQueuePage,
})

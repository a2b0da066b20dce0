import { createFileRoute } from '@tanstack/react-router'
import { NewActivityPage } from '@/features/activities/NewActivityPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/activities/new')({
  beforeLoad: requirePermission('activities:write'),
  component: NewActivityPage,
})

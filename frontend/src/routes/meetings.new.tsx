import { createFileRoute } from '@tanstack/react-router'
import { NewMeetingPage } from '@/features/meetings/NewMeetingPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/meetings/new')({
  beforeLoad: requirePermission('meetings:write'),
  component: NewMeetingPage,
})

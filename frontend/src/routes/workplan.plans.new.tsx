import { createFileRoute } from '@tanstack/react-router'
import { NewPlanPage } from '@/features/workplan/NewPlanPage'
import { requireSession } from '@/session/guards'

export const Route = createFileRoute('/workplan/plans/new')({
  beforeLoad: requireSession,
  component: NewPlanPage,
})

import { createFileRoute } from '@tanstack/react-router'
import { NewPledgePage } from '@/features/pledges/NewPledgePage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/pledges/new')({
  beforeLoad: requirePermission('pledges:write'),
  component: NewPledgePage,
})

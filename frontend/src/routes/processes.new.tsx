import { createFileRoute } from '@tanstack/react-router'
import { NewProcessPage } from '@/features/processes/NewProcessPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/processes/new')({
  beforeLoad: requirePermission('processes:write'),
  component: NewProcessPage,
})

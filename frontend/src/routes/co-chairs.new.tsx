import { createFileRoute } from '@tanstack/react-router'
import { NewTermPage } from '@/features/cochairs/NewTermPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/co-chairs/new')({
  beforeLoad: requirePermission('cochair_terms:write'),
  component: NewTermPage,
})

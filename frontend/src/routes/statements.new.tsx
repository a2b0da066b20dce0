import { createFileRoute } from '@tanstack/react-router'
import { NewStatementPage } from '@/features/statements/NewStatementPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/statements/new')({
  beforeLoad: requirePermission('statements:write'),
  component: NewStatementPage,
})

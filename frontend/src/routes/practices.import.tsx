import { createFileRoute } from '@tanstack/react-router'
import { ImportPracticesPage } from '@/features/practices/imports/ImportPracticesPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/practices/import')({
  beforeLoad: requirePermission('practices:write'),
  component: ImportPracticesPage,
})

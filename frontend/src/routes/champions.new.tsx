import { createFileRoute } from '@tanstack/react-router'
import { NewChampionPage } from '@/features/champions/NewChampionPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/champions/new')({
  beforeLoad: requirePermission('champions:write'),
  component: NewChampionPage,
})

import { createFileRoute } from '@tanstack/react-router'
import { SavedSearchesPage } from '@/features/practices/saved/SavedSearchesPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/practices/saved-searches')({
  beforeLoad: requirePermission('saved_searches:use'),
  component: SavedSearchesPage,
})

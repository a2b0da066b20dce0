import { createFileRoute } from '@tanstack/react-router'
import { startSearch } from '@/contributions/startSearch'
import { NewActivityPage } from '@/features/activities/NewActivityPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/activities/new')({
  validateSearch: startSearch,
  beforeLoad: requirePermission('activities:write'),
  component: NewActivity,
})

function NewActivity() {
  return <NewActivityPage start={Route.useSearch()} />
}

import { createFileRoute } from '@tanstack/react-router'
import { PeoplePage } from '@/features/administration/PeoplePage'
import { peopleSearch } from '@/features/administration/peopleSearch'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/administration/')({
  validateSearch: peopleSearch,
  beforeLoad: requirePermission('people:read'),
  component: People,
})

function People() {
  return <PeoplePage search={Route.useSearch()} />
}

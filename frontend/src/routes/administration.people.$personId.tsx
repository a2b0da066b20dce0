import { createFileRoute } from '@tanstack/react-router'
import { PersonPage } from '@/features/administration/PersonPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/administration/people/$personId')({
  beforeLoad: requirePermission('people:read'),
  component: Person,
})

function Person() {
  return <PersonPage id={Route.useParams().personId} />
}

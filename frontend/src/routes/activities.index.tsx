import { createFileRoute } from '@tanstack/react-router'
import { ActivitiesPage } from '@/features/activities/ActivitiesPage'
import { activitySearch } from '@/features/activities/activitySearch'

export const Route = createFileRoute('/activities/')({
  validateSearch: activitySearch,
  component: Activities,
})

function Activities() {
  return <ActivitiesPage search={Route.useSearch()} />
}

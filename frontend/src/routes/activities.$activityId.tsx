import { createFileRoute } from '@tanstack/react-router'
import { ActivityPage } from '@/features/activities/ActivityPage'

export const Route = createFileRoute('/activities/$activityId')({ component: Activity })

function Activity() {
  return <ActivityPage id={Route.useParams().activityId} />
}

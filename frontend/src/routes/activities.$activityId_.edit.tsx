import { createFileRoute } from '@tanstack/react-router'
import { EditActivityPage } from '@/features/activities/EditActivityPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/activities/$activityId_/edit')({
  beforeLoad: requirePermission('activities:write'),
  component: EditActivity,
})

function EditActivity() {
  return <EditActivityPage id={Route.useParams().activityId} />
}

import { createFileRoute } from '@tanstack/react-router'
import { EditConsultationPage } from '@/features/consultations/EditConsultationPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/consultations/$consultationId_/edit')({
  beforeLoad: requirePermission('consultations:write'),
  component: EditConsultation,
})

function EditConsultation() {
  return <EditConsultationPage id={Route.useParams().consultationId} />
}

import { createFileRoute } from '@tanstack/react-router'
import { ConsultationPage } from '@/features/consultations/ConsultationPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/consultations/$consultationId')({
  beforeLoad: requirePermission('consultations:read'),
  component: Consultation,
})

function Consultation() {
  return <ConsultationPage id={Route.useParams().consultationId} />
}

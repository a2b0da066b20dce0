import { createFileRoute } from '@tanstack/react-router'
import { NewConsultationPage } from '@/features/consultations/NewConsultationPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/consultations/new')({
  beforeLoad: requirePermission('consultations:write'),
  component: NewConsultationPage,
})

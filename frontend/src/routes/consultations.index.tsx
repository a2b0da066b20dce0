import { createFileRoute } from '@tanstack/react-router'
import { ConsultationsPage } from '@/features/consultations/ConsultationsPage'
import { consultationSearch } from '@/features/consultations/consultationSearch'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/consultations/')({
  validateSearch: consultationSearch,
  beforeLoad: requirePermission('consultations:read'),
  component: Consultations,
})

function Consultations() {
  return <ConsultationsPage search={Route.useSearch()} />
}

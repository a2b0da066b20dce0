import { createFileRoute } from '@tanstack/react-router'
import { AuditPage } from '@/features/administration/AuditPage'
import { auditSearch } from '@/features/administration/auditSearch'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/administration/audit')({
  validateSearch: auditSearch,
  beforeLoad: requirePermission('audit:read'),
  component: Audit,
})

function Audit() {
  return <AuditPage search={Route.useSearch()} />
}

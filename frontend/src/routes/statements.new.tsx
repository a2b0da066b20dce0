import { createFileRoute } from '@tanstack/react-router'
import { startSearch } from '@/contributions/startSearch'
import { NewStatementPage } from '@/features/statements/NewStatementPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/statements/new')({
  validateSearch: startSearch,
  beforeLoad: requirePermission('statements:write'),
  component: NewStatement,
})

function NewStatement() {
  return <NewStatementPage start={Route.useSearch()} />
}

import { createFileRoute } from '@tanstack/react-router'
import { StatementsPage } from '@/features/statements/StatementsPage'
import { statementSearch } from '@/features/statements/statementSearch'

export const Route = createFileRoute('/statements/')({
  validateSearch: statementSearch,
  component: Statements,
})

function Statements() {
  return <StatementsPage search={Route.useSearch()} />
}

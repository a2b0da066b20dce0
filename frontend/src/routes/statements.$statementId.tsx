import { createFileRoute } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { StatementPage } from '@/features/statements/StatementPage'
import { number } from '@/lists/listSearch'

export const Route = createFileRoute('/statements/$statementId')({
  validateSearch: z.object({ version: number, against: number }),
  component: OneStatement,
})

function OneStatement() {
  const { version, against } = Route.useSearch()
  return <StatementPage id={Route.useParams().statementId} version={version} against={against} />
}

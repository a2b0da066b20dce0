import { createFileRoute } from '@tanstack/react-router'
import { CoveragePage } from '@/features/collaboration/CoveragePage'
import { coverageSearch } from '@/features/collaboration/coverageSearch'

export const Route = createFileRoute('/collaboration/')({
  validateSearch: coverageSearch,
  component: Coverage,
})

function Coverage() {
  return <CoveragePage search={Route.useSearch()} />
}

import { createFileRoute } from '@tanstack/react-router'
import { OverTimePage } from '@/features/collaboration/OverTimePage'
import { overTimeSearch } from '@/features/collaboration/overTimeSearch'

export const Route = createFileRoute('/collaboration/over-time')({
  validateSearch: overTimeSearch,
  component: OverTime,
})

function OverTime() {
  return <OverTimePage search={Route.useSearch()} />
}

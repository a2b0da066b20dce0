import { createFileRoute } from '@tanstack/react-router'
import { PledgeDashboardPage } from '@/features/pledges/PledgeDashboardPage'
import { dashboardSearch } from '@/features/pledges/pledgeSearch'

export const Route = createFileRoute('/pledges/dashboard')({
  validateSearch: dashboardSearch,
  component: Dashboard,
})

function Dashboard() {
  return <PledgeDashboardPage search={Route.useSearch()} />
}

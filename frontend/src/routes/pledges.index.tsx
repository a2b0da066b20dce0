import { createFileRoute } from '@tanstack/react-router'
import { PledgesPage } from '@/features/pledges/PledgesPage'
import { pledgeSearch } from '@/features/pledges/pledgeSearch'

export const Route = createFileRoute('/pledges/')({
  validateSearch: pledgeSearch,
  component: Pledges,
})

function Pledges() {
  return <PledgesPage search={Route.useSearch()} />
}

import { createFileRoute } from '@tanstack/react-router'
import { OneTimeLinkPage } from '@/features/auth/OneTimeLinkPage'

export const Route = createFileRoute('/reset-password/$token')({ component: Link })

function Link() {
  return <OneTimeLinkPage token={Route.useParams().token} />
}

import { createFileRoute } from '@tanstack/react-router'
import { RegistrationLinkPage } from '@/features/activities/RegistrationLinkPage'

export const Route = createFileRoute('/registrations/$token')({ component: Registration })

function Registration() {
  return <RegistrationLinkPage token={Route.useParams().token} />
}

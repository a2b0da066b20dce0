import { createFileRoute } from '@tanstack/react-router'
import { DeliveryPage } from '@/features/hub/DeliveryPage'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/administration/hub/deliveries/$deliveryId')({
  beforeLoad: requirePermission('hub:manage'),
  component: Delivery,
})

function Delivery() {
  return <DeliveryPage id={Route.useParams().deliveryId} />
}

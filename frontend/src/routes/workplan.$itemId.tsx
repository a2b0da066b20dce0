import { createFileRoute } from '@tanstack/react-router'
import { ItemPage } from '@/features/workplan/ItemPage'
import { requireSession } from '@/session/guards'

export const Route = createFileRoute('/workplan/$itemId')({ beforeLoad: requireSession, component: Item })

function Item() {
  return <ItemPage id={Route.useParams().itemId} />
}

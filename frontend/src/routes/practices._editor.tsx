import { createFileRoute, useParams } from '@tanstack/react-router'
import { PracticeEditorPage } from '@/features/practices/editor/PracticeEditorPage'
import { requirePermission } from '@/session/guards'

/** `/practices/new` becomes `/practices/…/edit` while one types, so both are one page. */
export const Route = createFileRoute('/practices/_editor')({
  beforeLoad: requirePermission('practices:write'),
  component: Editor,
})

function Editor() {
  const { practiceId } = useParams({ strict: false })
  return <PracticeEditorPage id={practiceId} />
}
